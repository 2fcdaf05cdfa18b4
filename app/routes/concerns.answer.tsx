import { data, type ActionFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { hashOfCode } from "~/commands/concerns/submit-concern.server";
import { anyone } from "~/domain/access/may";
import { refused as refusal } from "~/domain/access/ruling";
import { formOf, found, refusedForm } from "~/http/answer.server";
import { countUse, overallConcerns } from "~/http/throttle.server";
import { concernAnswer } from "~/queries/concerns/concern-pages.server";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { NoticeLine } from "~/ui/notice-line";
import { PageHead } from "~/ui/page-head";
import { errorAt, errorsOf } from "~/ui/refused-form";

export const handle = { published: true };

export const meta: MetaFunction = () => [{ title: "Answer to a concern - Concord" }];

export function loader() {
  return null;
}

/** The code is sent as a form and never stands in an address. */
export async function action({ request }: ActionFunctionArgs) {
  const values = await formOf(request);
  const throttled = await countUse(overallConcerns, "everybody");
  if (throttled) return refusedForm(throttled, {}, { "Retry-After": String(throttled.retryAfter) });
  const { concern } = found(await concernAnswer(anyone, { codeHash: hashOfCode(values.code ?? "") }));
  if (!concern) return refusedForm(refusal("No concern has this code. Look whether a letter is missing.", 422, "code"), {});
  return data({ concern, refusal: null });
}

export default function AnswerToAConcern() {
  const answered = useActionData<typeof action>();
  const refused = answered && answered.refusal !== null ? answered : undefined;
  const concern = answered && answered.refusal === null ? answered.concern : null;
  return (
    <>
      <PageHead title="Answer to a concern" above={<a href="/concerns/new">Concern box</a>} />
      {concern && (
        <section className="section stack" aria-label="The concern and its answer">
          <blockquote className="why said">{concern.body}</blockquote>
          {concern.state === "settled" ? (
            <NoticeLine kind="success" title="The program answers:">
              <span className="said">{concern.answer}</span>
            </NoticeLine>
          ) : (
            <NoticeLine title="Not answered yet.">Two people of different groups have to read it. Come back with your code.</NoticeLine>
          )}
          {concern.proposal && <p>{`It was taken up in proposal ${concern.proposal.number}, ${concern.proposal.title}.`}</p>}
        </section>
      )}
      <form method="post" action="/concerns/answer" className="form" noValidate data-not-kept="">
        <ErrorSummary errors={errorsOf(refused)} />
        <Field label="Your code" name="code" required autoComplete="off" autoCapitalize="none" spellCheck={false} hint="Sixteen letters and numbers, as they were shown to you." error={errorAt(refused, "code")} />
        <Button>Read the answer</Button>
      </form>
    </>
  );
}
