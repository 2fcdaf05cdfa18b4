import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { enterMotion } from "~/commands/meetings/enter-motion.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { meetingPage } from "~/queries/meetings/meeting-pages.server";
import { Button, ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import { Select, TextArea } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Enter a motion - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { meeting, attendance, requestId, may } = found(await meetingPage(await personOf(request), { meetingId: params.meetingId ?? "" }), request);
  return { id: meeting.id, title: meeting.title, present: attendance, requestId, allowed: may.record };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  const { others = "", ...fields } = values;
  const votes = Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (name.startsWith("vote-") ? [[name.slice("vote-".length), value === "" ? others : value === "none" ? "" : value]] : [])));
  const said = Object.fromEntries(Object.entries(fields).filter(([name]) => !name.startsWith("vote-")));
  return answer(await enterMotion(actor, { ...said, votes, meetingId: params.meetingId ?? "" }), values, ({ meetingId }) => seeOther(`/meetings/${meetingId}#motions`));
}

const choices = [
  { value: "consent", label: "For" },
  { value: "object", label: "Against" },
  { value: "abstain", label: "Abstain" },
];
const ofOthers = [{ value: "", label: "Did not vote" }, ...choices];
const ofOne = [{ value: "", label: "As everybody" }, ...choices, { value: "none", label: "Did not vote" }];

export default function EnterAMotion() {
  const { id, title, present, requestId, allowed } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const seats = [{ value: "", label: "Choose a seat" }, ...present.map(({ seatId, personName, seatTitle }) => ({ value: seatId, label: `${personName}, ${seatTitle}` }))];
  const back = <ButtonLink look="secondary" href={`/meetings/${id}`}>Back to the meeting</ButtonLink>;
  return (
    <>
      <PageHead title="Enter a motion" above={<a href={`/meetings/${id}`}>{title}</a>} lead="As it was voted on in the room. It is counted under the charter and stands in the minutes; it changes no policy." />
      {present.length === 0 && <EmptyState title="Nobody is entered as present." step={<ButtonLink href={`/meetings/${id}/attendance`}>Enter who is present</ButtonLink>} />}
      <form method="post" action={`/meetings/${id}/motions`} className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        {present.length > 0 && (
          <>
            <input type="hidden" name="requestId" value={requestId} />
            <TextArea label="What was moved" name="words" required defaultValue={typed(refused, "words")} error={errorAt(refused, "words")} />
            <Select label="Moved by" name="movedBy" required options={seats} defaultValue={typed(refused, "movedBy")} error={errorAt(refused, "movedBy")} />
            <Select label="Seconded by" name="secondedBy" required options={seats} defaultValue={typed(refused, "secondedBy")} error={errorAt(refused, "secondedBy")} />
            <fieldset className="field marks in-rows" id="votes">
              <legend className="field-label">Votes</legend>
              {errorAt(refused, "votes") && <p className="field-error">{errorAt(refused, "votes")}</p>}
              <Select label="Everybody present, unless said otherwise below" name="others" required options={ofOthers} defaultValue={typed(refused, "others")} />
              {present.map(({ seatId, personName, groupName }) => (
                <Select key={seatId} label={`${personName}, ${groupName}`} name={`vote-${seatId}`} required options={ofOne} defaultValue={typed(refused, `vote-${seatId}`)} error={errorAt(refused, `vote-${seatId}`)} />
              ))}
            </fieldset>
          </>
        )}
        <div className="row">
          {allowed && present.length > 0 && <Button>Enter the motion</Button>}
          {back}
        </div>
      </form>
    </>
  );
}
