import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerSurvey } from "~/commands/surveys/answer-survey.server";
import { anyone } from "~/domain/access/may";
import { scaleLabels, waveNames } from "~/domain/evaluation/survey";
import { found, formOf, refusedForm } from "~/http/answer.server";
import { surveySheet } from "~/queries/surveys/survey-pages.server";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import { Choices, Field } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const handle = { published: true };
export const meta: MetaFunction<typeof loader> = ({ data: sheet }) => [{ title: `${sheet?.title ?? "Survey"} - Concord` }, { name: "robots", content: "noindex" }];

export async function loader({ params }: LoaderFunctionArgs) {
  return found(await surveySheet(anyone, { waveId: params.waveId ?? "" }));
}

/** Whoever is signed in answers as nobody: the person is not asked for. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { code = "", ...answers } = await formOf(request);
  const outcome = await answerSurvey(anyone, { waveId: params.waveId ?? "", code, answers });
  if (outcome.ok) return data({ thanked: true as const });
  return outcome.kind === "missing" ? found(outcome) : refusedForm(outcome, { code, ...answers });
}

export default function Sheet() {
  const { title, purpose, program, kind, cohort, open, items } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const refused = answered && "refusal" in answered ? answered : undefined;
  if (answered && "thanked" in answered) return <PageHead title="Thank you" lead="Your answers are kept under your code, without name, account or time. Use the same code next time." />;
  return (
    <>
      <PageHead title={title} above={`${program}, ${cohort}, ${waveNames[kind].toLowerCase()}`} lead={purpose} />
      {!open ? (
        <EmptyState title="This survey is not open today." />
      ) : (
        <form method="post" className="form" noValidate>
          <ErrorSummary errors={errorsOf(refused)} />
          <Field label="Your own code" name="code" required autoComplete="off" defaultValue={typed(refused, "code")} error={errorAt(refused, "code")} hint="Make it so that you find it again and nobody else does: the first three letters of your mother's first name, the day of the month on which you were born, and the first three letters of the town where you were born. Only a hash of it is kept." />
          {items.map(({ id, number, kind: of, prompt, options }) => (
            <Choices
              key={id}
              label={`${number}. ${prompt}`}
              name={id}
              required
              choices={of === "scale" ? scaleLabels.map((label, at) => ({ value: String(at + 1), label })) : options.map((label, at) => ({ value: String(at), label }))}
              defaultValue={typed(refused, id)}
              error={errorAt(refused, id)}
            />
          ))}
          <div className="row">
            <Button>Send the answers</Button>
          </div>
        </form>
      )}
    </>
  );
}
