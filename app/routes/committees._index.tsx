import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formCommittee } from "~/commands/programs/form-committee.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { committeesPage } from "~/queries/programs/committees-page.server";
import { Committee } from "~/ui/committee";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import { Choices, Field } from "~/ui/field";
import { PageHead, SectionHead } from "~/ui/page-head";
import { ProgramNav } from "~/ui/program-nav";
import { chosen, errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Committees - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  return found(await committeesPage(await personOf(request), null));
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request, { lists: ["requiredGroups"] });
  return answer(await formCommittee(actor, values), values, () => seeOther("/committees"));
}

export default function Committees() {
  const { committees, groups, usual, people, mayChange } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <ProgramNav current="/committees" />
      <PageHead title="Committees" lead="Working groups of the program. Each says which stakeholder groups must be in it, so that an officer, a provider and an advocate sit at every table." />
      {committees.length === 0 && <EmptyState title="No committees yet.">{mayChange ? <p>Form the first one below.</p> : <p>A coordinator forms them.</p>}</EmptyState>}
      {committees.map((committee) => (
        <Committee key={committee.id} committee={committee} people={people} mayChange={mayChange} />
      ))}
      {mayChange && (
        <section className="section" aria-labelledby="form-one">
          <SectionHead title="Form a committee" id="form-one" />
          <form method="post" action="/committees" className="form" noValidate>
            <ErrorSummary errors={errorsOf(refused)} />
            <Field label="Name" name="name" required hint="Such as Training committee." defaultValue={typed(refused, "name")} error={errorAt(refused, "name")} />
            <Field label="What it does" name="purpose" required defaultValue={typed(refused, "purpose")} error={errorAt(refused, "purpose")} />
            <Choices label="Groups that must be in it" name="requiredGroups" several required defaultValue={chosen(refused, "requiredGroups", usual)} error={errorAt(refused, "requiredGroups")} choices={groups.map(({ id, name }) => ({ value: id, label: name }))} />
            <Button>Form the committee</Button>
          </form>
        </section>
      )}
    </>
  );
}
