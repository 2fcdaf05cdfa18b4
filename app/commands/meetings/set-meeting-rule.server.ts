import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed } from "~/domain/access/ruling";
import { publishComingNotices, saveMeetingRule } from "~/store/meetings.server";
import { isPerson } from "~/store/voting.server";

/**
 * Says whether the program works under an open-meetings law, and how long before a meeting its notice must stand. Votes that are open keep what they were opened under,
 * and the public is given the notices of meetings to come.
 */
export const setMeetingRule = command("meeting.rule", {
  input: z.strictObject({
    openMeetings: z.enum(["yes", "no"], { error: "Choose whether a law on open meetings applies." }),
    noticeHours: z.string().trim().regex(/^\d{1,4}$/, "Give the hours as a whole number, such as 24.").transform(Number).refine((hours) => hours >= 1 && hours <= 1000, "Give from 1 to 1,000 hours."),
  }),
  load: async (_db, _input, actor) => (isPerson(actor) ? { thing: { programId: actor.programId }, programId: actor.programId } : null),
  rule: (_loaded, { openMeetings, noticeHours }) => allowed({ openMeetings: openMeetings === "yes", noticeHours }),
  save: async (db, rule, { now }, { programId }) => {
    await saveMeetingRule(db, programId, rule);
    return allowed({ noticesPublished: rule.openMeetings ? await publishComingNotices(db, programId, now) : 0 });
  },
  record: (rule, { noticesPublished }, { programId }) => ({ subject: "program", subjectId: programId, detail: { ...rule, noticesPublished } }),
});
