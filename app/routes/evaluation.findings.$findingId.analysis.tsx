import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { analyseFinding } from "~/commands/findings/analyse-finding.server";
import { findingMethods } from "~/domain/evaluation/finding-analysis";
import { methodOf } from "~/domain/evaluation/methods";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { analysisForm } from "~/queries/findings/finding-page.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Choices, Field, Select } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Analyse the data - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await analysisForm(await personOf(request), { findingId: params.findingId ?? "" }), request);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const findingId = params.findingId ?? "";
  const values = await formOf(request);
  return answer(await analyseFinding(actor, { ...values, findingId }), values, () => seeOther(`/evaluation/findings/${findingId}`));
}

export default function AnalysisForm() {
  const { finding, figures } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const path = `/evaluation/findings/${finding.id}`;
  return (
    <>
      <PageHead title="Analyse the data" above={<a href={path}>{finding.content.question}</a>} lead="On figures that may be shown, and only those. What was asked, from which plan, data and calculations, is kept with the finding." />
      <form method="post" action={`${path}/analysis`} className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        {!figures && <p>No figures of this measure have come in yet. <a href="/evaluation/data">Bring in totals</a> first.</p>}
        <Choices label="Method" name="method" required choices={findingMethods.map((id) => ({ value: id, label: methodOf(id).name, explanation: `${methodOf(id).answers} ${methodOf(id).whenToUse} Not for: ${methodOf(id).notFor}` }))} defaultValue={typed(refused, "method")} error={errorAt(refused, "method")} />
        <Select label="Agency" name="agency" required hint="A staggered rollout takes all of them, each by itself." options={[{ value: "*", label: "All agencies together" }, ...(figures?.agencies ?? []).map(({ id, name }) => ({ value: id, label: name }))]} defaultValue={typed(refused, "agency", "*")} error={errorAt(refused, "agency")} />
        <Field label="First period" name="from" required defaultValue={typed(refused, "from", figures?.periods[0])} error={errorAt(refused, "from")} hint="Such as 2024-01." />
        <Field label="Last period" name="to" required defaultValue={typed(refused, "to", figures?.periods.at(-1))} error={errorAt(refused, "to")} />
        <Field label="First period after the change" name="change" required list="events" defaultValue={typed(refused, "change")} error={errorAt(refused, "change")} hint={figures && figures.events.length > 0 ? figures.events.map(({ day, label }) => `${day}: ${label}`).join("; ") : "The month in which a clause came into force, or the training began."} />
        <datalist id="events">
          {[...new Set(figures?.events.map(({ day }) => day.slice(0, 7)))].map((month) => (
            <option key={month} value={month} />
          ))}
        </datalist>
        <Select label="How the change was expected to show" name="impact" required hint="As the plan declared it beforehand." options={[{ value: "level", label: "A jump" }, { value: "slope", label: "A new slope" }, { value: "both", label: "Both" }]} defaultValue={typed(refused, "impact", "level")} error={errorAt(refused, "impact")} />
        <Field label="Periods until it takes effect" name="lag" inputMode="numeric" required defaultValue={typed(refused, "lag", "0")} error={errorAt(refused, "lag")} />
        <div className="row">
          <Button>Analyse</Button>
          <ButtonLink look="secondary" href={path}>Back to the finding</ButtonLink>
        </div>
      </form>
    </>
  );
}
