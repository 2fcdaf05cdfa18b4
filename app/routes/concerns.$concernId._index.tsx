import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readConcern } from "~/commands/concerns/read-concern.server";
import { verdictNames, verdicts } from "~/domain/concerns/triage";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { concernPage } from "~/queries/concerns/concern-pages.server";
import { Button, ButtonLink } from "~/ui/button";
import { Day } from "~/ui/dates";
import { ErrorSummary } from "~/ui/error-summary";
import { Choices, TextArea } from "~/ui/field";
import { NoticeLine } from "~/ui/notice-line";
import { PageHead, SectionHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "A concern - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await concernPage(await personOf(request), { concernId: params.concernId ?? "" }), request);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await readConcern(actor, { ...values, concernId: params.concernId ?? "" }), values, ({ concernId }) => seeOther(`/concerns/${concernId}`));
}

export default function AConcern() {
  const { concern, readings, may } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead
        title="A concern"
        above={<a href="/concerns">Concerns</a>}
        lead={
          <>
            {"Week of "}
            <Day at={concern.week} timeZone="UTC" />. Nobody knows who wrote it.
          </>
        }
      />
      <blockquote className="why said">{concern.body}</blockquote>
      {concern.state === "settled" && (
        <NoticeLine kind="success" title="The answer:">
          <span className="said">{concern.answer}</span>
        </NoticeLine>
      )}
      {concern.state === "waiting" && !may.read && <NoticeLine>You have read it. It waits for somebody of another group who wants the same.</NoticeLine>}
      {concern.proposal && (
        <p>
          Taken up in <a href={`/proposals/${concern.proposal.id}`}>{`proposal ${concern.proposal.number}, ${concern.proposal.title}`}</a>
        </p>
      )}
      {readings.length > 0 && (
        <section className="section stack" aria-labelledby="readings">
          <SectionHead title="Who has read it" id="readings" />
          {readings.map(({ personId, verdict, words, person }) => (
            <div key={personId}>
              <p>
                <strong>{person.name}</strong>, {person.organization.name}: {verdictNames[verdict]}
              </p>
              <p className="said">{words}</p>
            </div>
          ))}
        </section>
      )}
      {may.read && (
        <form method="post" action={`/concerns/${concern.id}`} className="form section" noValidate>
          <ErrorSummary errors={errorsOf(refused)} />
          <Choices
            label="What should be done?"
            name="verdict"
            required
            hint="When somebody of another group wants the same, their words become the answer."
            defaultValue={typed(refused, "verdict")}
            error={errorAt(refused, "verdict")}
            choices={verdicts.map((verdict) => ({ value: verdict, label: verdictNames[verdict] }))}
          />
          <TextArea label="What the author should read" name="words" required defaultValue={typed(refused, "words")} error={errorAt(refused, "words")} />
          <Button>Save what you think</Button>
        </form>
      )}
      {may.link && !concern.proposal && (
        <p className="section">
          <ButtonLink look="secondary" href={`/concerns/${concern.id}/proposal`}>Take it up in a proposal</ButtonLink>
        </p>
      )}
    </>
  );
}
