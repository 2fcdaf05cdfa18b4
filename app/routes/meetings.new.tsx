import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { callMeeting } from "~/commands/meetings/call-meeting.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { callForm } from "~/queries/meetings/meeting-pages.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Call a meeting - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { rule, timeZone } = found(await callForm(await personOf(request), null));
  const begins = new URL(request.url).searchParams.get("begins") ?? "";
  return { rule, timeZone, begins: /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(begins) ? begins : "" };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await callMeeting(actor, values), values, ({ meetingId }) => seeOther(`/meetings/${meetingId}/agenda`));
}

export default function CallAMeeting() {
  const { rule, begins } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const at = (name: string, start = "") => ({ name, required: true, defaultValue: typed(refused, name, start), error: errorAt(refused, name) });
  return (
    <>
      <PageHead title="Call a meeting" above={<a href="/meetings">Meetings</a>} lead={rule.openMeetings ? `Leave time: its notice must stand at least ${rule.noticeHours} hours before it begins.` : "Nobody is told before you publish its notice."} />
      <form method="post" action="/meetings/new" className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <Field label="What meeting is it?" {...at("title")} />
        <Field label="Where" {...at("place")} hint="A room, or a link for those who join from elsewhere." />
        <Field label="Begins" type="datetime-local" {...at("startsAt", begins)} hint="The times are the program's own." />
        <Field label="Ends" type="datetime-local" {...at("endsAt")} />
        <div className="row">
          <Button>Call the meeting</Button>
          <ButtonLink look="secondary" href="/meetings">Back to the meetings</ButtonLink>
        </div>
      </form>
    </>
  );
}
