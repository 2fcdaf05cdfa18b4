import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed } from "~/domain/access/ruling";
import { retentionThreshold, saveRetentionThreshold } from "~/store/surveys.server";

const asked = "Write the share in percent, as a whole number from 1 to 99.";

/** Says below which share of right answers a step of the decision model is practised again. */
export const setRetentionThreshold = command("retention.threshold", {
  input: z.strictObject({ threshold: z.string({ error: asked }).trim().regex(/^[1-9]\d?$/, asked).transform(Number) }),
  load: async (db, _input, actor) => (actor.kind === "person" ? { thing: { programId: actor.programId }, programId: actor.programId, before: await retentionThreshold(db, actor.programId) } : null),
  rule: ({ programId, before }, { threshold }) => allowed({ programId, before, threshold }),
  save: async (db, { programId, threshold }) => {
    await saveRetentionThreshold(db, programId, threshold);
    return allowed({ programId });
  },
  record: ({ programId, before, threshold }) => ({ subject: "program", subjectId: programId, detail: { before, threshold } }),
});
