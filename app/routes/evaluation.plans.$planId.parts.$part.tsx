import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { writePlanPart } from "~/commands/evaluation/write-plan-part.server";
import { partNames, planPartsSpec } from "~/domain/evaluation/plan-parts";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { partForm } from "~/queries/evaluation/plan-forms.server";
import { PageHead } from "~/ui/page-head";
import { PlanPartForm } from "~/ui/plan-part-form";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data ? planPartsSpec[data.part].title : "Part of a plan"} - Concord` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await partForm(await personOf(request), { planId: params.planId ?? "", part: params.part ?? "" }), request);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const planId = params.planId ?? "";
  const part = partNames.find((name) => name === params.part);
  if (!part) throw new Response("There is no such part.", { status: 404 });
  const names = planPartsSpec[part].columns.map(({ name }) => name);
  const values = await formOf(request, { lists: ["id", ...names] });
  const rows = (values.id ?? []).map((id, at) => Object.fromEntries([["id", id], ...names.map((name) => [name, values[name]?.[at] ?? ""])]));
  return answer(await writePlanPart(actor, { planId, part, version: values.version, rows }), values, () => seeOther(`/evaluation/plans/${planId}#${part}`));
}

export default function PartOfPlan() {
  const { plan, part, rows, offered } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { title, lead } = planPartsSpec[part];
  return (
    <>
      <PageHead title={title} above={<a href={`/evaluation/plans/${plan.id}`}>{`${plan.number} ${plan.title}`}</a>} lead={lead} />
      <PlanPartForm plan={plan} part={part} rows={rows} offered={offered} refused={refused} />
    </>
  );
}
