import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isModelStep, modelSteps, stepsInWords } from "~/domain/training/decision-model";
import { scenarioTags } from "~/domain/training/scenario";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { scenarioList } from "~/queries/training/scenario-pages.server";
import { Button, ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Select } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { Table } from "~/ui/table";

export const meta: MetaFunction = () => [{ title: "Scenarios - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  const step = Number(asked.get("step"));
  const tag = scenarioTags.find((known) => known === asked.get("tag")) ?? "";
  return found(await scenarioList(await personOf(request), { tag, step: isModelStep(step) ? step : null }));
}

export default function Scenarios() {
  const { scenarios, filters, mayWrite } = useLoaderData<typeof loader>();
  const all = { value: "", label: "All" };
  return (
    <>
      <PageHead title="Scenarios" above={<a href="/training">Training</a>} lead="For practice under controlled conditions, with role cards, observer sheets and what keeps everybody safe." actions={mayWrite && <ButtonLink href="/training/scenarios/new">Write a scenario</ButtonLink>} />
      <form method="get" className="filters" aria-label="Filter the scenarios">
        <Select label="Tag" name="tag" required={false} defaultValue={filters.tag} options={[all, ...scenarioTags.map((tag) => ({ value: tag, label: tag }))]} />
        <Select label="Step of the model" name="step" required={false} defaultValue={filters.step ? String(filters.step) : ""} options={[all, ...modelSteps.map(({ number, name }) => ({ value: String(number), label: `${number}. ${name}` }))]} />
        <Button look="secondary">Show</Button>
      </form>
      {scenarios.length > 0 ? (
        <Table
          caption="Scenarios"
          hideCaption
          stacks
          rows={scenarios}
          rowKey={({ id }) => id}
          columns={[
            { title: "Scenario", heading: true, cell: ({ id, title }) => <a href={`/training/scenarios/${id}`}>{title}</a> },
            { title: "Practises", cell: ({ steps }) => stepsInWords(steps) },
            { title: "Tags", cell: ({ tags }) => tags.join(", ") },
            { title: "Clauses", number: true, cell: ({ _count }) => _count.clauses },
          ]}
        />
      ) : (
        <EmptyState title="No scenario fits." step={mayWrite && <ButtonLink href="/training/scenarios/new">Write a scenario</ButtonLink>} />
      )}
    </>
  );
}
