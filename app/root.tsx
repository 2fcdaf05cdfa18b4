import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { isRouteErrorResponse, Links, Meta, Outlet, Scripts, useLoaderData, useLocation, useMatches, useRouteError, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { actorOf } from "~/http/actor.server";
import { cameFrom } from "~/http/redirect.server";
import { shell } from "~/queries/home/shell.server";
import { ButtonLink } from "~/ui/button";
import { documentPages } from "~/ui/document-pages";
import { PageHead } from "~/ui/page-head";
import { SearchBox } from "~/ui/search-box";
import { PublicShell, Shell, type ShellLink } from "~/ui/shell";
import { useNonce } from "~/ui/nonce";
import { programPages } from "~/ui/program-nav";
import styles from "~/ui/styles.css?url";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "/mark.svg", type: "image/svg+xml" },
];

export const meta: MetaFunction = () => [{ title: "Concord" }];

/** `published`: for everybody, and the same for everybody. `interactive`: needs script, as the editor does. */
export type Handle = { published?: boolean; interactive?: boolean };

export async function loader({ request }: LoaderFunctionArgs) {
  const found = await shell(await actorOf(request), null);
  return { person: found.ok ? found.value : null, cameFrom: cameFrom(request) };
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const person = useRouteLoaderData<typeof loader>("root")?.person;
  const published = useHandles().some((handle) => handle.published);
  const interactive = useHandles().some((handle) => handle.interactive);
  return (
    <html lang="en" data-person={published ? undefined : person?.personId}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        {!published && <script src="/keep-typed.js" type="module" nonce={nonce} />}
        {interactive && <Scripts nonce={nonce} />}
      </body>
    </html>
  );
}

export default function App() {
  const { person } = useLoaderData<typeof loader>();
  return (
    <Frame person={person}>
      <Outlet />
    </Frame>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const { person = null, cameFrom = null } = useRouteLoaderData<typeof loader>("root") ?? {};
  const { title, words } = explain(error);
  const [to, way] = cameFrom ? [cameFrom, "Back to where you were"] : ["/", "Go to the first page"];
  return (
    <Frame person={person}>
      <title>{`${title} - Concord`}</title>
      <PageHead title={title} lead={words} actions={<ButtonLink look="secondary" href={to}>{way}</ButtonLink>} />
    </Frame>
  );
}

type Person = NonNullable<Awaited<ReturnType<typeof loader>>["person"]>;

function Frame({ person, children }: { person: Person | null; children: ReactNode }) {
  const { pathname } = useLocation();
  const published = useHandles().some((handle) => handle.published);
  const inside = (href: string) => pathname === href || (href !== "/" && pathname.startsWith(`${href}/`));
  const below: Record<string, readonly { href: string }[]> = { "/members": programPages, "/documents": documentPages };
  const here = (links: ShellLink[]) => links.map((link) => ({ ...link, current: inside(link.href) || (below[link.href] ?? []).some((page) => inside(page.href)) }));
  if (!person || published)
    return (
      <PublicShell links={here([{ label: "Library", href: "/library" }])} end={<a href={person ? "/" : "/sign-in"}>{person ? "Workplace" : "Sign in"}</a>}>
        {children}
      </PublicShell>
    );
  const places = [
    { label: "Home", href: "/" },
    { label: "Documents", href: "/documents" },
    { label: "Proposals", href: "/proposals" },
    { label: "Decisions", href: "/decisions" },
    { label: "Training", href: "/training" },
    { label: "Evaluation", href: "/evaluation" },
    { label: "Program", href: "/members" },
    { label: "Library", href: "/library" },
    ...(person.readsRecords ? [{ label: "Records", href: "/records" }] : []),
  ];
  return (
    <Shell person={person} program={person.program.name} links={here(places)} needsYou={person.needsYou} notices={person.notices} search={<SearchBox />}>
      {children}
    </Shell>
  );
}

function useHandles(): Handle[] {
  return useMatches().map(({ handle }) => (handle ?? {}) as Handle);
}

function explain(error: unknown): { title: string; words: string } {
  if (isRouteErrorResponse(error)) {
    if (error.status === 404) return { title: "There is no such page", words: "It may be gone meanwhile, the address may be mistyped, or it is not open to you." };
    if (typeof error.data === "string" && error.data && error.status < 500) return { title: error.status === 403 ? "This is not yours to do" : "This could not be done", words: error.data };
  }
  return { title: "Something went wrong here", words: "Nothing was changed by what failed. Try again; if it stays, tell your administrator when it happened." };
}
