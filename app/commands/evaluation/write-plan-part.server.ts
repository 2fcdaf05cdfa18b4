import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { outcomesOf } from "~/domain/evaluation/logic-model";
import { partNames } from "~/domain/evaluation/plan-parts";
import { mostRows, rowsRuling } from "~/domain/evaluation/plan-rows";
import { measuresOf } from "~/store/measures.server";
import { savePart } from "~/store/plans.server";
import { loadPlan, notWritten } from "./load-plan.server";

const row = z.record(z.string().max(30), z.string().max(5_000));

/** Writes one part of a plan that is data, whole. Who read an older one is told so. */
export const writePlanPart = command("plan.write", {
  input: z.strictObject({ planId: z.string(), part: z.enum(partNames), version: z.coerce.number().int().min(0), rows: z.array(row).max(2 * mostRows) }),
  load: async (db, { planId }) => {
    const loaded = await loadPlan(db, planId);
    return loaded && { ...loaded, measures: await measuresOf(db, loaded.plan.programId) };
  },
  rule: ({ plan, measures }, { part, version, rows }) => {
    const no = notWritten(plan);
    if (no) return no;
    if (plan.partsVersion !== version) return refused("Somebody else saved a part of this plan meanwhile. Read the page again, then save yours.");
    const ids = (of: readonly { id: string }[]) => new Set(of.map(({ id }) => id));
    const ruling = rowsRuling(part, rows, { measures: ids(measures), outcomes: ids(outcomesOf(plan.parts)), questions: ids(plan.parts.questions) });
    return ruling.ok ? allowed({ part, version, rows: ruling.value }) : ruling;
  },
  save: async (db, { part, version, rows }, _moment, { plan }) =>
    (await savePart(db, plan.id, { parts: plan.parts, part, rows, version })) ? allowed({ planId: plan.id, part }) : refused("Somebody else saved a part of this plan meanwhile. Read the page again, then save yours."),
  record: ({ part, rows }, _result, { plan }) => ({ subject: "plan", subjectId: plan.id, detail: { part, rows: rows.length } }),
});
