import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { meetingPage } from "~/queries/meetings/meeting-pages.server";
import { MeetingView } from "~/ui/meeting-page";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.meeting.title ?? "Meeting"} - Concord` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await meetingPage(await personOf(request), { meetingId: params.meetingId ?? "" }), request);
}

export default function Meeting() {
  return <MeetingView page={useLoaderData<typeof loader>()} />;
}
