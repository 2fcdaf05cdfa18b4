import { allowed, refused, type Ruling } from "../access/ruling";

const hour = 3_600_000;

/** Whether a meeting may be called for these times: it begins later than now, ends after it begins, and within a day. */
export function meetingTimes({ startsAt, endsAt, now }: { startsAt: Date; endsAt: Date; now: Date }): Ruling<true> {
  if (startsAt.getTime() <= now.getTime()) return refused("The meeting must begin later than now.", 422, "startsAt");
  if (endsAt.getTime() <= startsAt.getTime()) return refused("The meeting must end after it begins.", 422, "endsAt");
  if (endsAt.getTime() - startsAt.getTime() > 24 * hour) return refused("A meeting lasts a day at most. Call another for the next day.", 422, "endsAt");
  return allowed(true);
}

export type NoticeRule = { openMeetings: boolean; noticeHours: number };

/** Whether the notice may still be published: before the meeting, and under an open-meetings law so many hours before. */
export function noticeRuling({ startsAt, now, openMeetings, noticeHours }: NoticeRule & { startsAt: Date; now: Date }): Ruling<true> {
  if (now.getTime() >= startsAt.getTime()) return refused("This meeting has begun, so it is too late for its notice. Call another one.");
  if (openMeetings && !noticedInTime({ startsAt, noticedAt: now, noticeHours })) return refused(`The notice must be published at least ${noticeHours} hours before the meeting. Call one that begins later.`);
  return allowed(true);
}

export function noticedInTime({ startsAt, noticedAt, noticeHours }: { startsAt: Date; noticedAt: Date; noticeHours: number }): boolean {
  return startsAt.getTime() - noticedAt.getTime() >= noticeHours * hour;
}

export type BindingMeeting = { state: string; startsAt: Date; endsAt: Date; noticedAt: Date | null; published: boolean };

/**
 * Whether a vote that decides may open now. Under an open-meetings law only inside a meeting of which the public was given notice in time, and it closes before that meeting ends;
 * without such a law a vote needs no meeting, and one that names a meeting keeps to it.
 */
export function bindingVoteRuling({ openMeetings, noticeHours, meeting, now, closesAt }: NoticeRule & { meeting: BindingMeeting | null; now: Date; closesAt: Date }): Ruling<true> {
  if (!meeting) return openMeetings ? refused("This program works under an open-meetings law: a vote that decides opens only inside a meeting that was noticed. Choose the meeting.", 422, "meetingId") : allowed(true);
  if (meeting.state !== "noticed" || !meeting.noticedAt) return refused("That meeting was not noticed, or is over.", 422, "meetingId");
  if (openMeetings && !meeting.published) return refused("The public was given no notice of that meeting, so no vote that decides can be taken in it.", 422, "meetingId");
  if (openMeetings && !noticedInTime({ startsAt: meeting.startsAt, noticedAt: meeting.noticedAt, noticeHours })) return refused(`The notice of that meeting came less than ${noticeHours} hours before it, so no vote that decides can be taken in it.`, 422, "meetingId");
  if (now.getTime() < meeting.startsAt.getTime()) return refused("That meeting has not begun. A vote that decides opens between its start and its end.", 422, "meetingId");
  if (now.getTime() >= meeting.endsAt.getTime()) return refused("That meeting has ended. A vote that decides opens between its start and its end.", 422, "meetingId");
  if (closesAt.getTime() > meeting.endsAt.getTime()) return refused("The vote must close before the meeting ends.", 422, "closesAt");
  return allowed(true);
}

/** A meeting does not end, by its minutes or by being cancelled, over a vote that was opened in it. */
export function endingRuling(hasOpenVote: boolean): Ruling<true> {
  return hasOpenVote ? refused("A vote that was opened in this meeting is still open. Close or void it first.") : allowed(true);
}
