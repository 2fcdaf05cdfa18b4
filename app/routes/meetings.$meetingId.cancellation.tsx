import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { cancelMeeting } from "~/commands/meetings/cancel-meeting.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { meetingPage } from "~/queries/meetings/meeting-pages.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { TextArea } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Cancel the meeting - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { meeting, may } = found(await meetingPage(await personOf(request), { meetingId: params.meetingId ?? "" }), request);
  return { id: meeting.id, title: meeting.title, allowed: may.cancel };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await cancelMeeting(actor, { ...values, meetingId: params.meetingId ?? "" }), values, ({ meetingId }) => seeOther(`/meetings/${meetingId}`));
}

export default function CancelTheMeeting() {
  const { id, title, allowed } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title="Cancel the meeting" above={<a href={`/meetings/${id}`}>{title}</a>} lead="Whoever got its notice is told why." />
      <form method="post" action={`/meetings/${id}/cancellation`} className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <TextArea label="Why" name="reason" required hint="Every member reads it." defaultValue={typed(refused, "reason")} error={errorAt(refused, "reason")} />
        <div className="row">
          {allowed && <Button look="danger">Cancel the meeting</Button>}
          <ButtonLink look="secondary" href={`/meetings/${id}`}>Back to the meeting</ButtonLink>
        </div>
      </form>
    </>
  );
}
