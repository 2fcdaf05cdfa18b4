import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { meetingTimes } from "~/domain/meetings/times";
import { instantOf } from "~/domain/voting/deadline";
import { programZone } from "~/store/documents.server";
import { createMeeting } from "~/store/meetings.server";
import { isPerson } from "~/store/voting.server";

/** Calls a meeting. Nobody is told before its notice is published. */
export const callMeeting = command("meeting.call", {
  input: z.strictObject({
    title: z.string().trim().min(1, "Give the meeting a name.").max(200, "Keep the name below 200 characters."),
    place: z.string().trim().min(1, "Say where it is, a room or a link.").max(500, "Keep the place below 500 characters."),
    startsAt: z.string().trim().min(1, "Say when it begins."),
    endsAt: z.string().trim().min(1, "Say when it ends."),
  }),
  load: async (db, _input, actor) => (isPerson(actor) ? { thing: { programId: actor.programId }, programId: actor.programId, timeZone: await programZone(db, actor.programId) } : null),
  rule: ({ timeZone }, input, { now }) => {
    const startsAt = instantOf(input.startsAt, timeZone, "startsAt");
    if (!startsAt.ok) return startsAt;
    const endsAt = instantOf(input.endsAt, timeZone, "endsAt");
    if (!endsAt.ok) return endsAt;
    const times = { startsAt: startsAt.value, endsAt: endsAt.value };
    const ruling = meetingTimes({ ...times, now });
    return ruling.ok ? allowed({ title: input.title, place: input.place, ...times }) : ruling;
  },
  save: async (db, change, { actor }, { programId }) => {
    if (!isPerson(actor)) return refused("Only a person calls a meeting.", 403);
    return allowed({ meetingId: (await createMeeting(db, { ...change, programId, calledById: actor.personId })).id });
  },
  record: ({ title, startsAt, endsAt }, { meetingId }) => ({ subject: "meeting", subjectId: meetingId, detail: { title, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() } }),
});
