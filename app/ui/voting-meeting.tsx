import { When } from "./dates";
import { NoticeLine } from "./notice-line";

type Moment = Date | string;
export type VotingMeeting = { noticeHours: number; now: { id: string; title: string; endsAt: Moment } | null; next: { id: string; title: string; startsAt: Moment } | null };

/** When a change is voted on under an open-meetings law, and in which meeting. */
export function VotingMeetingNotice({ meeting, timeZone, now, mayCall = false }: { meeting: VotingMeeting; timeZone: string; now: Moment; mayCall?: boolean }) {
  return (
    <NoticeLine title="The vote is taken in a meeting.">
      {`An open-meetings law applies: a vote that decides opens only while a meeting goes on whose notice the public had at least ${meeting.noticeHours} hours before. Comments are open meanwhile. `}
      {meeting.now ? (
        <>
          <a href={`/meetings/${meeting.now.id}`}>{meeting.now.title}</a>
          {" goes on now, until "}
          <When at={meeting.now.endsAt} timeZone={timeZone} now={now} />.
        </>
      ) : meeting.next ? (
        <>
          {"The next one is "}
          <a href={`/meetings/${meeting.next.id}`}>{meeting.next.title}</a>
          {", "}
          <When at={meeting.next.startsAt} timeZone={timeZone} now={now} />.
        </>
      ) : mayCall ? (
        <>
          {"None has been noticed. "}
          <a href="/meetings/new">Call a meeting</a>
        </>
      ) : (
        "None has been noticed yet."
      )}
    </NoticeLine>
  );
}
