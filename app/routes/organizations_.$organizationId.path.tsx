import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { setPath } from "~/commands/decisions/set-path.server";
import { mostStages } from "~/domain/decisions/path";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { pathForm } from "~/queries/decisions/agency-page.server";
import { PageHead } from "~/ui/page-head";
import { PathForm } from "~/ui/path-form";

export const meta: MetaFunction = () => [{ title: "Path of a decision - Concord" }];

const rows = Array.from({ length: mostStages + 2 }, (_, at) => at);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { agency, path, people } = found(await pathForm(await personOf(request), { organizationId: params.organizationId ?? "" }), request);
  return { agency, path, people };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request, { lists: rows.map((at) => `approverIds-${at}` as const) });
  const word = (field: string) => (typeof values[field] === "string" ? values[field] : "");
  const stages = rows.map((at) => ({ name: word(`name-${at}`), step: word(`step-${at}`), days: word(`days-${at}`), noticeDays: word(`noticeDays-${at}`), approverIds: values[`approverIds-${at}`] }));
  const saved = await setPath(actor, { organizationId: params.organizationId ?? "", version: word("version"), stages, holidays: word("holidays") });
  return answer(saved, values, ({ organizationId }) => seeOther(`/organizations/${organizationId}/path`));
}

export default function AgencyPath() {
  const { agency, path, people } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title="Path of a decision" above={<a href="/members">Members</a>} lead={`What a text passes at ${agency.name} before its head adopts it. Texts that are under way keep the path they began with.`} />
      <PathForm agency={agency} path={path} people={people} refused={useActionData<typeof action>()} />
    </>
  );
}
