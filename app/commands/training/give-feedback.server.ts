import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { readCode } from "~/domain/training/codes";
import { feedbackOpenFor, keepFeedback } from "~/store/courses.server";

const scale = (empty: string) => z.string({ error: empty }).regex(/^[1-5]$/, empty).transform(Number);

/** Keeps what somebody says about a course they attended. The words are stored where nothing leads back to the person. */
export const giveFeedback = command("feedback.give", {
  input: z.strictObject({
    ownCode: z.string({ error: "Write your own code." }).max(40).transform(readCode),
    useful: scale("Say how useful it was, from 1 to 5."),
    pace: scale("Say how the pace was, from 1 to 5."),
    words: z.string().trim().max(2000, "Keep it below 2,000 characters.").default(""),
  }),
  load: async (db, { ownCode }) => ({ thing: { programId: null }, open: (await feedbackOpenFor(db, ownCode))[0] ?? null }),
  rule: ({ open }, { useful, pace, words }) => (open ? allowed({ enrollmentId: open.id, feedback: { courseId: open.courseId, useful, pace, words } }) : refused("There is no course that this code can speak about, or it has spoken already.", 422, "ownCode")),
  save: async (db, { enrollmentId, feedback }) => ((await keepFeedback(db, enrollmentId, feedback)) ? allowed({ courseId: feedback.courseId }) : refused("This code has spoken about the course already.", 409, "ownCode")),
  record: (_change, { courseId }, { open }) => ({ subject: "course", subjectId: courseId, detail: {}, ...(open ? { programId: open.course.programId } : {}) }),
});
