import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { createInstrument } from "~/commands/surveys/create-instrument.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { newSurvey } from "~/queries/surveys/survey-pages.server";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Field, TextArea } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Begin a survey - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  return found(await newSurvey(await personOf(request), null), request);
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await createInstrument(actor, values), values, ({ instrumentId }) => seeOther(`/evaluation/surveys/${instrumentId}`));
}

export default function Form() {
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title="Begin a survey" above={<a href="/evaluation/surveys">Surveys</a>} />
      <form method="post" action="/evaluation/surveys/new" className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <Field label="Title" name="title" required defaultValue={typed(refused, "title")} error={errorAt(refused, "title")} />
        <TextArea label="What it is for" name="purpose" defaultValue={typed(refused, "purpose")} error={errorAt(refused, "purpose")} />
        <div className="row">
          <Button>Begin</Button>
        </div>
      </form>
    </>
  );
}
