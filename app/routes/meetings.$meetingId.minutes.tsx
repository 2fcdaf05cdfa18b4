import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { publishMinutes } from "~/commands/meetings/publish-minutes.server";
import { counted } from "~/domain/evaluation/number-words";
import { outcomeInWords } from "~/domain/voting/conditions";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { meetingPage } from "~/queries/meetings/meeting-pages.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { TextArea } from "~/ui/field";
import { PageHead, SectionHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Publish the minutes - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { meeting, may, attendance, motions, presence } = found(await meetingPage(await personOf(request), { meetingId: params.meetingId ?? "" }), request);
  return { id: meeting.id, title: meeting.title, present: attendance.length, quorum: presence?.met ?? false, motions: motions.map(({ position, words, tally }) => ({ position, words, outcome: outcomeInWords(tally) })), allowed: may.minute };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await publishMinutes(actor, { ...values, meetingId: params.meetingId ?? "" }), values, ({ meetingId }) => seeOther(`/meetings/${meetingId}`));
}

export default function PublishTheMinutes() {
  const { id, title, present, quorum, motions, allowed } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title="Publish the minutes" above={<a href={`/meetings/${id}`}>{title}</a>} lead="They hold who was present and each motion with its tally. Nothing more is entered after it." />
      <section className="section stack" aria-labelledby="kept">
        <SectionHead title="What they will hold" id="kept" />
        <p>{`${counted(present, "seat")} present, ${quorum ? "with a quorum" : "without a quorum"}. ${motions.length === 0 ? "No motion was entered." : ""}`}</p>
        {motions.map(({ position, words, outcome }) => (
          <p key={position} className="said">
            <strong>{`Motion ${position}. `}</strong>
            {`${words} `}
            <span className="quiet">{`${outcome}.`}</span>
          </p>
        ))}
      </section>
      <form method="post" action={`/meetings/${id}/minutes`} className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <TextArea label="What else is to be kept" name="notes" rows={8} defaultValue={typed(refused, "notes")} error={errorAt(refused, "notes")} />
        <div className="row">
          {allowed && <Button>Publish the minutes</Button>}
          <ButtonLink look="secondary" href={`/meetings/${id}`}>Back to the meeting</ButtonLink>
        </div>
      </form>
    </>
  );
}
