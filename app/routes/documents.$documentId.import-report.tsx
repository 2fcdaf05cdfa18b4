import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { importReport } from "~/queries/documents/import-report.server";
import { ImportUnderstood } from "~/ui/import-understood";
import { PageHead } from "~/ui/page-head";

export const meta: MetaFunction = () => [{ title: "What was understood - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await importReport(await personOf(request), { documentId: params.documentId ?? "" }));
}

export default function ImportReport() {
  const { document, stored, mayWrite } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title="What was understood" above={<a href={`/documents/${document.id}`}>{`${document.number}, ${document.title}`}</a>} lead={`From ${stored.fileName}. Source: ${stored.source}`} />
      <ImportUnderstood documentId={document.id} stored={stored} mayWrite={mayWrite} />
    </>
  );
}
