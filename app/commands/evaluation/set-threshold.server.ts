import { z } from "zod";
import { command } from "~/commands/command.server";
import type { Actor } from "~/domain/access/may";
import { allowed, refused, type Outcome } from "~/domain/access/ruling";
import { blockNameOf } from "~/domain/evaluation/periods";
import { thresholdFault, usualThreshold } from "~/domain/evaluation/threshold";
import { database } from "~/store/database.server";
import { insertSmallCellRule, periodsOf, smallCellRule } from "~/store/data.server";
import { lockMeasures, measureFacts } from "~/store/measures.server";
import { isPerson } from "~/store/voting.server";
import { releaseBlock } from "./release-block.server";

const set = command("threshold.set", {
  input: z.strictObject({ measureId: z.string(), threshold: z.coerce.number({ error: "Write a whole number." }), reason: z.string().trim().max(1_000, "Keep the reason below 1,000 characters.").default("") }),
  load: async (db, { measureId }) => {
    const measure = await measureFacts(db, measureId);
    if (!measure) return null;
    await lockMeasures(db, measure.programId);
    return { thing: { programId: measure.programId }, measure, before: await smallCellRule(db, measureId) };
  },
  rule: ({ measure, before }, { threshold, reason }) => {
    const fault = thresholdFault(threshold, reason);
    if (fault) return refused(fault.reason, 422, fault.field);
    const from = before?.threshold ?? usualThreshold(measure.now.healthData);
    return from === threshold ? refused(`The threshold is ${threshold} already.`, 422, "threshold") : allowed({ from, threshold, reason });
  },
  save: async (db, { threshold, reason }, { actor, now }, { measure, before }) => {
    if (!isPerson(actor)) return refused("Sign in to do this.", 401);
    await insertSmallCellRule(db, { measureId: measure.id, number: (before?.number ?? 0) + 1, threshold, reason, setById: actor.personId, setAt: now });
    return allowed({ measureId: measure.id, frequency: measure.now.frequency });
  },
  record: ({ from, threshold, reason }, { measureId }) => ({ subject: "measure", subjectId: measureId, detail: { threshold, before: from, reason } }),
});

/** Sets below which count nothing is shown of a measure, with a reason for the records, and decides anew what is shown. */
export async function setThreshold(actor: Actor, raw: unknown): Promise<Outcome<{ measureId: string }>> {
  const outcome = await set(actor, raw);
  if (!outcome.ok) return outcome;
  const { measureId, frequency } = outcome.value;
  for (const block of new Set((await periodsOf(database(), measureId)).map((period) => blockNameOf(period, frequency)))) await releaseBlock(actor, { measureId, block, importId: null });
  return outcome;
}
