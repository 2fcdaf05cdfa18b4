import { data, type ActionFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { submitConcern } from "~/commands/concerns/submit-concern.server";
import { anyone } from "~/domain/access/may";
import { formOf, found, refusedForm } from "~/http/answer.server";
import { countUse, overallConcerns } from "~/http/throttle.server";
import { concernForm } from "~/queries/concerns/concern-pages.server";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { TextArea } from "~/ui/field";
import { NoticeLine } from "~/ui/notice-line";
import { PageHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

/** The page is the same for everybody and does not ask who looks at it. */
export const handle = { published: true };

export const meta: MetaFunction = () => [{ title: "Concern box - Concord" }];

export async function loader() {
  return { program: found(await concernForm(anyone, null)).program };
}

export async function action({ request }: ActionFunctionArgs) {
  const values = await formOf(request);
  // All senders share one allowance: counting each address would keep addresses.
  const throttled = await countUse(overallConcerns, "everybody");
  if (throttled) return refusedForm(throttled, values, { "Retry-After": String(throttled.retryAfter) });
  const outcome = await submitConcern(values);
  if (!outcome.ok && outcome.kind === "refused") return refusedForm(outcome, values);
  return data({ code: found(outcome).code, refusal: null });
}

export default function ConcernBox() {
  const { program } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const refused = answered && answered.refusal !== null ? answered : undefined;
  if (answered && answered.refusal === null)
    return (
      <>
        <PageHead title="It is in the box" />
        <NoticeLine kind="success" title="Write this code down now.">
          It is shown this once. With it, and only with it, you can read the answer.
        </NoticeLine>
        <p>
          <code className="hash receipt-code">{answered.code}</code>
        </p>
        <p>
          <a href="/concerns/answer">Read an answer with a code</a>
        </p>
      </>
    );
  return (
    <>
      <PageHead
        title="Concern box"
        lead={`Tell ${program ?? "the program"} what you would not say with your name. Your name, your address on the network and the day are not kept, only the week. Two people of different groups read it and answer.`}
      />
      <form method="post" action="/concerns/new" className="form" noValidate data-not-kept="">
        <ErrorSummary errors={errorsOf(refused)} />
        <TextArea
          label="Your concern"
          name="body"
          rows={8}
          required
          hint="Leave out names, and what would tell who you are. This is not for emergencies, and not for a complaint about one person."
          defaultValue={typed(refused, "body")}
          error={errorAt(refused, "body")}
        />
        <Button>Put it in the box</Button>
      </form>
      <p>
        <a href="/concerns/answer">Read an answer with a code</a>
      </p>
    </>
  );
}
