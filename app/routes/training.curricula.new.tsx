import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { createCurriculum } from "~/commands/training/create-curriculum.server";
import { visibilities } from "~/domain/access/may";
import { visibilityMeanings, visibilityNames } from "~/domain/documents/description";
import { curriculumKinds, curriculumStarts } from "~/domain/training/curriculum-kinds";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { newCurriculum } from "~/queries/training/new-curriculum.server";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Choices, Field } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { chosen, errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Start a curriculum - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  return found(await newCurriculum(await personOf(request), null));
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request, { lists: ["agencyIds"] });
  return answer(await createCurriculum(actor, values), values, ({ id }) => seeOther(`/training/curricula/${id}`));
}

export default function NewCurriculum() {
  const { agencies, number } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title="Start a curriculum" above={<a href="/training">Training</a>} lead="It begins with modules that you change as you need. They are a composite of published schedules, not a standard." />
      <form method="post" className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <Choices label="What it is for" name="curriculum" required defaultValue={typed(refused, "curriculum", "cit")} error={errorAt(refused, "curriculum")} choices={curriculumKinds.map((kind) => ({ value: kind, label: curriculumStarts[kind].name, explanation: `${curriculumStarts[kind].meaning} Begins with ${curriculumStarts[kind].hours} hours.` }))} />
        <Field label="Title" name="title" required defaultValue={typed(refused, "title")} error={errorAt(refused, "title")} />
        <Field label="Number" name="number" required defaultValue={typed(refused, "number", number)} error={errorAt(refused, "number")} autoComplete="off" />
        <Choices label="Who may see it" name="visibility" required defaultValue={typed(refused, "visibility", "program")} error={errorAt(refused, "visibility")} choices={visibilities.map((value) => ({ value, label: visibilityNames[value], explanation: visibilityMeanings[value] }))} />
        <Choices label="Agencies that adopt it" name="agencyIds" several required defaultValue={chosen(refused, "agencyIds", agencies.map(({ id }) => id))} error={errorAt(refused, "agencyIds")} choices={agencies.map(({ id, name }) => ({ value: id, label: name }))} />
        <Button>Start the curriculum</Button>
      </form>
    </>
  );
}
