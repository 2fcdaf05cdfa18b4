import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { documentThing } from "~/domain/documents/description";
import { minutesOfHours } from "~/domain/training/hours";
import { curriculumById, saveRule } from "~/store/curricula.server";

/** Says what a curriculum sums to and which topics may not be missing. Minimums that a group protects are another act. */
export const setCurriculumRule = command("curriculum.rule", {
  input: z.strictObject({ documentId: z.string().max(64), hours: z.string({ error: "Say how many hours it sums to." }).trim(), topics: z.string().max(4000, "Keep the topics below 4,000 characters.").default("") }),
  load: async (db, { documentId }) => {
    const curriculum = await curriculumById(db, documentId);
    return curriculum && { thing: documentThing(curriculum.document), curriculum };
  },
  rule: (_loaded, { hours, topics }) => {
    const whole = /^\d{1,3}(\.\d{1,2})?$/.test(hours) ? Math.round(Number(hours) * 60) : minutesOfHours(hours);
    if (!whole) return refused("Write the hours as a number such as 40.", 422, "hours");
    const named = [...new Set(topics.split("\n").map((topic) => topic.trim().replace(/\s+/g, " ")).filter(Boolean))];
    const long = named.find((topic) => topic.length > 120);
    if (long) return refused(`Keep each topic below 120 characters: “${long.slice(0, 40)}…”.`, 422, "topics");
    return allowed({ minutes: whole, topics: named });
  },
  save: async (db, rule, _moment, { curriculum }) => {
    await saveRule(db, curriculum.document.id, rule);
    return allowed({ documentId: curriculum.document.id });
  },
  record: (rule, { documentId }, { curriculum }) => ({ subject: "document", subjectId: documentId, detail: { before: { minutes: curriculum.minutes, topics: curriculum.topics }, after: rule } }),
});
