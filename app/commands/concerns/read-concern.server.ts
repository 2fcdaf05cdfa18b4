import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { triageRuling, verdicts } from "~/domain/concerns/triage";
import { addReading, lockConcern } from "~/store/concerns.server";
import { isPerson } from "~/store/voting.server";

/** Says what should be done about a concern, in words that its author will read if somebody of another group agrees. */
export const readConcern = command("concern.triage", {
  input: z.strictObject({
    concernId: z.string().min(1),
    verdict: z.enum(verdicts, { error: "Choose what should be done." }),
    words: z.string().trim().min(1, "Write what the author should read.").max(5000, "Keep it below 5,000 characters."),
  }),
  load: async (db, { concernId }) => {
    const concern = await lockConcern(db, concernId);
    return concern && { thing: { programId: concern.programId }, concern };
  },
  rule: ({ concern }, { verdict, words }, { actor }) => {
    if (!isPerson(actor)) return refused("Only a person reads a concern.", 403);
    const ruling = triageRuling(concern.state, concern.readings, { personId: actor.personId, groupId: actor.groupId, verdict });
    return ruling.ok ? allowed({ state: ruling.value, verdict, words }) : ruling;
  },
  save: async (db, { state, verdict, words }, { actor, now }, { concern }) => {
    if (!isPerson(actor)) return refused("Only a person reads a concern.", 403);
    await addReading(db, { concernId: concern.id, personId: actor.personId, groupId: actor.groupId, verdict, words, at: now }, state);
    return allowed({ concernId: concern.id, state });
  },
  record: ({ verdict }, { concernId, state }) => ({ subject: "concern", subjectId: concernId, detail: { verdict, state } }),
});
