import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { documentList } from "~/queries/documents/document-list.server";
import { ButtonLink } from "~/ui/button";
import { DocumentList } from "~/ui/document-list";
import { documentPages } from "~/ui/document-pages";
import { PageHead } from "~/ui/page-head";

export const meta: MetaFunction = () => [{ title: "Documents - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await personOf(request);
  const { searchParams } = new URL(request.url);
  const filter = (name: string) => searchParams.get(name)?.slice(0, 100) ?? "";
  return found(await documentList(actor, { kind: filter("kind"), topic: filter("topic"), organization: filter("organization") }));
}

export default function Documents() {
  const list = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title="Documents"
        lead="The policies, procedures, agreements and working papers of the program."
        actions={
          <>
            {list.mayImport && <ButtonLink href="/documents/import">Import a text</ButtonLink>}
            {list.mayCreate && <ButtonLink look="secondary" href="/documents/new">Start from scratch</ButtonLink>}
          </>
        }
      />
      <nav className="sub-nav no-print" aria-label="About the documents">
        <ul className="sub-nav-links" role="list">
          {documentPages.map(({ label, href }) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
      </nav>
      <DocumentList {...list} />
    </>
  );
}
