import { createRequestHandler, type ActionFunctionArgs, type ServerBuild } from "@remix-run/node";
import type { LoadContext } from "./load-context.server";

type Route = NonNullable<ServerBuild["routes"][string]>;
type Door = NonNullable<Route["module"]["action"]>;

/** The address whose page is nothing but a refusal; asked from outside, there is none. */
export const refusalPath = "/refused";

/**
 * The build, in which acts and files that have no page of their own answer a browser with a whole page when they cannot be done.
 * Remix gives the bare words of such a refusal, on white.
 */
export function withRefusalPages(build: ServerBuild): ServerBuild {
  const page = createRequestHandler(build, "production");

  const pageOf = (refused: LoadContext["refused"], { request, context }: ActionFunctionArgs) => {
    const headers = new Headers();
    for (const name of ["Accept", "Cookie", "Referer"]) {
      const value = request.headers.get(name);
      if (value !== null) headers.set(name, value);
    }
    return page(new Request(new URL(refusalPath, request.url), { headers }), { ...context, refused });
  };

  const answering = (door: Door): Door => async (asked) => {
    try {
      return await door(asked);
    } catch (thrown) {
      if (!wantsPage(asked.request)) throw thrown;
      if (!(thrown instanceof Response)) {
        build.entry.module.handleError?.(thrown, asked);
        return pageOf({ status: 500, words: "" }, asked);
      }
      return thrown.status < 400 ? thrown : pageOf({ status: thrown.status, words: await thrown.text() }, asked);
    }
  };

  const withPage = (route: Route): Route => {
    const { default: ownPage, loader = onlyAct, action } = route.module;
    if (ownPage) return route;
    return { ...route, module: { ...route.module, loader: answering(loader), ...(action && { action: answering(action) }) } };
  };
  return { ...build, routes: Object.fromEntries(Object.entries(build.routes).map(([id, route]) => [id, route && withPage(route)])) };
}

/** The program's own script and tools that ask for data are told in plain words, as before. */
function wantsPage({ headers }: Request): boolean {
  return /\b(text\/html|application\/json)\b/.test(headers.get("Accept") ?? "");
}

function onlyAct(): never {
  throw new Response("This address does one thing when a form is sent to it, and has no page to read. Go back to the page that you came from.", { status: 405, headers: { Allow: "POST" } });
}
