import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { runImport } from "~/commands/evaluation/run-import.server";
import { startImport } from "~/commands/evaluation/start-import.server";
import { columnRoles, type Mapping } from "~/domain/evaluation/import-rows";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { log } from "~/http/log.server";
import { importPage } from "~/queries/evaluation/data-pages.server";
import { ImportPage } from "~/ui/import-page";
import { PageHead } from "~/ui/page-head";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.found.fileName ?? "Import"} - Concord` },
  ...(data?.found.state === "running" || data?.found.releasePending ? [{ httpEquiv: "refresh", content: "3" }] : []),
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await importPage(await personOf(request), { importId: params.importId ?? "", preview: previewOf(new URL(request.url).searchParams) }), request);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const importId = params.importId ?? "";
  const values = await formOf(request, { lists: ["roles"] });
  return answer(await startImport(actor, { ...values, importId }), values, () => {
    void runImport(actor, importId).catch((fault: unknown) => log.error({ err: fault }, "an import stopped"));
    return seeOther(`/evaluation/imports/${importId}`);
  });
}

/** The columns as the person has named them so far, to see the first rows read so. */
function previewOf(search: URLSearchParams): Mapping | null {
  const roles = search.getAll("roles").flatMap((role) => columnRoles.filter((known) => known === role));
  const word = (name: string) => search.get(name)?.slice(0, 64) ?? "";
  return roles.length > 0 ? { roles, measureId: word("measureId"), organizationId: word("organizationId"), breakdown: word("breakdown") } : null;
}

export default function OneImport() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title={page.found.fileName} above={<a href="/evaluation/data">Data</a>} />
      <ImportPage page={page} refused={refused} />
    </>
  );
}
