import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { giveFeedback } from "~/commands/training/give-feedback.server";
import { actorOf } from "~/http/actor.server";
import { formOf, found } from "~/http/answer.server";
import { countUse, perRoom } from "~/http/throttle.server";
import { feedbackForm } from "~/queries/training/course-pages.server";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Choices, Field, TextArea } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "How was the course? - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  found(await feedbackForm(await actorOf(request), null));
  return null;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const values = await formOf(request);
  const throttled = await countUse(perRoom, context.clientAddress);
  const outcome = throttled ?? (await giveFeedback(await actorOf(request), values));
  if (!outcome.ok && outcome.kind === "missing") return found<never>(outcome);
  if (!outcome.ok) return data({ kept: false, refused: { refusal: outcome, values } }, { status: outcome.status });
  return data({ kept: true, refused: undefined });
}

const useful = ["Not useful", "A little", "Somewhat", "Useful", "Very useful"].map((label, at) => ({ value: String(at + 1), label: `${at + 1}. ${label}` }));
const pace = ["Much too slow", "Slow", "Right", "Fast", "Much too fast"].map((label, at) => ({ value: String(at + 1), label: `${at + 1}. ${label}` }));

export default function Feedback() {
  const answered = useActionData<typeof action>();
  const refused = answered?.refused;
  return (
    <>
      <PageHead title="How was the course?" lead="Your code only shows that you were there. What you write is kept without it, and is shown once five people have answered." />
      {answered?.kept ? (
        <p className="standing whole" role="status">Thank you. Your answer is kept.</p>
      ) : (
        <form method="post" action="/training/feedback" className="form" noValidate>
          <ErrorSummary errors={errorsOf(refused)} />
          <Field label="Your own code" name="ownCode" required autoComplete="off" autoCapitalize="characters" defaultValue={typed(refused, "ownCode")} error={errorAt(refused, "ownCode")} />
          <Choices label="How useful was it?" name="useful" required defaultValue={typed(refused, "useful")} error={errorAt(refused, "useful")} choices={useful} />
          <Choices label="How was the pace?" name="pace" required defaultValue={typed(refused, "pace")} error={errorAt(refused, "pace")} choices={pace} />
          <TextArea label="What should we keep, and what should change?" name="words" defaultValue={typed(refused, "words")} error={errorAt(refused, "words")} hint="Name nobody." />
          <Button>Send</Button>
        </form>
      )}
    </>
  );
}
