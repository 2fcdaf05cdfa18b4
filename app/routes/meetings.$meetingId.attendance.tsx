import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { takeAttendance } from "~/commands/meetings/take-attendance.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { meetingPage } from "~/queries/meetings/meeting-pages.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Choices } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { chosen, errorAt, errorsOf } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Who is present - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { meeting, seats, attendance, may } = found(await meetingPage(await personOf(request), { meetingId: params.meetingId ?? "" }), request);
  return { id: meeting.id, title: meeting.title, seats, present: attendance.map(({ seatId }) => seatId), allowed: may.record };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request, { lists: ["seatIds"] });
  return answer(await takeAttendance(actor, { ...values, meetingId: params.meetingId ?? "" }), values, ({ meetingId }) => seeOther(`/meetings/${meetingId}#present`));
}

export default function WhoIsPresent() {
  const { id, title, seats, present, allowed } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title="Who is present" above={<a href={`/meetings/${id}`}>{title}</a>} lead="Seats that vote. The page of the meeting then says whether there is a quorum, by group." />
      <form method="post" action={`/meetings/${id}/attendance`} className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <Choices
          label="Present"
          name="seatIds"
          several
          required
          defaultValue={chosen(refused, "seatIds", present)}
          error={errorAt(refused, "seatIds")}
          choices={seats.map(({ seatId, personName, seatTitle, groupName }) => ({ value: seatId, label: personName, explanation: `${seatTitle}, ${groupName}` }))}
        />
        <div className="row">
          {allowed && <Button>Save who is present</Button>}
          <ButtonLink look="secondary" href={`/meetings/${id}`}>Back to the meeting</ButtonLink>
        </div>
      </form>
    </>
  );
}
