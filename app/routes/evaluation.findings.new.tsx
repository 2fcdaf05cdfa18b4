import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { beginFinding } from "~/commands/findings/begin-finding.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { newFinding } from "~/queries/findings/finding-list.server";
import { findingStart } from "~/queries/findings/finding-page.server";
import { Button, ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import { Choices, Select } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { chosen, errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Begin a finding - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await personOf(request);
  const { plans } = found(await newFinding(actor, null), request);
  const planId = new URL(request.url).searchParams.get("plan") ?? (plans.length === 1 ? plans[0]?.id : undefined);
  return { plans, start: planId ? found(await findingStart(actor, { planId }), request) : null };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request, { lists: ["agencyIds"] });
  return answer(await beginFinding(actor, values), values, ({ findingId }) => seeOther(`/evaluation/findings/${findingId}`));
}

export default function NewFinding() {
  const { plans, start } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title="Begin a finding" above={<a href="/evaluation/findings">Findings</a>} lead="A finding answers one question of a frozen plan, by one of its measures." />
      {plans.length === 0 && <EmptyState title="No plan is frozen yet." step={<ButtonLink href="/evaluation">To the plans</ButtonLink>} />}
      {plans.length > 1 && (
        <ul className="plain" role="list">
          {plans.map(({ id, document }) => (
            <li key={id}><a href={`/evaluation/findings/new?plan=${id}`}>{`${document.number} ${document.title}`}</a></li>
          ))}
        </ul>
      )}
      {start && (
        <form method="post" action={`/evaluation/findings/new?plan=${start.plan.id}`} className="form" noValidate>
          <ErrorSummary errors={errorsOf(refused)} />
          <input type="hidden" name="planId" value={start.plan.id} />
          <Choices label="Question" name="questionId" required choices={start.plan.questions.map(({ id, question }) => ({ value: id, label: question }))} defaultValue={typed(refused, "questionId")} error={errorAt(refused, "questionId")} />
          <Select label="Measure" name="measureId" required options={[{ value: "", label: "Choose" }, ...start.measures.map(({ id, name }) => ({ value: id, label: name }))]} defaultValue={typed(refused, "measureId")} error={errorAt(refused, "measureId")} />
          <Choices several label="Agencies that it is about" name="agencyIds" required choices={start.plan.agencies.map(({ id, name }) => ({ value: id, label: name }))} defaultValue={chosen(refused, "agencyIds")} error={errorAt(refused, "agencyIds")} hint="They see the draft before it comes out, and answer it." />
          <div className="row">
            <Button>Begin</Button>
            <ButtonLink look="secondary" href="/evaluation/findings">Back to the findings</ButtonLink>
          </div>
        </form>
      )}
    </>
  );
}
