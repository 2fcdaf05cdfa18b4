import type { Database } from "~/store/database.server";
import { meetingRule, meetingsAt, nextPublicMeeting } from "~/store/meetings.server";

/** Where a vote that decides is taken under an open-meetings law: the meetings that go on, and the next one; null without such a law. */
export async function votingMeeting(db: Database, programId: string, now: Date) {
  const { openMeetings, noticeHours } = await meetingRule(db, programId);
  if (!openMeetings) return null;
  const going = (await meetingsAt(db, programId, now)).find(({ published }) => published) ?? null;
  return { noticeHours, now: going, next: await nextPublicMeeting(db, programId, now) };
}
