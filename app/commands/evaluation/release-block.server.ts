import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed } from "~/domain/access/ruling";
import { releaseOf } from "~/domain/evaluation/release";
import { usualThreshold } from "~/domain/evaluation/threshold";
import { currentCounts, insertReleasedBlock, releasedBlocks, smallCellRule } from "~/store/data.server";
import { lockMeasures, measureFacts } from "~/store/measures.server";

/** Decides anew what may be shown of a measure in one year, from the counts as they stand and all that was shown before. */
export const releaseBlock = command("data.import", {
  input: z.strictObject({ measureId: z.string(), block: z.string(), importId: z.string().nullable() }),
  load: async (db, { measureId, block }) => {
    const measure = await measureFacts(db, measureId);
    if (!measure) return null;
    await lockMeasures(db, measure.programId);
    const [counts, [before], rule] = [await currentCounts(db, measureId, block), await releasedBlocks(db, measureId, { block, most: 1 }), await smallCellRule(db, measureId)];
    return { thing: { programId: measure.programId }, measure, counts, before, threshold: rule?.threshold ?? usualThreshold(measure.now.healthData) };
  },
  rule: ({ measure, counts, before, threshold }, { block, importId }) => {
    const { unit, frequency } = measure.now;
    return allowed({ importId, ...releaseOf(counts, { block, unit, frequency, threshold, memory: new Map(before?.memory ?? []) }) });
  },
  save: async (db, release, { now }, { before, threshold, measure }) => {
    await insertReleasedBlock(db, { ...release, number: (before?.number ?? 0) + 1, threshold, measureId: measure.id, releasedAt: now });
    return allowed({ measureId: measure.id });
  },
  record: (release, _result, { measure }) => ({ subject: "measure", subjectId: measure.id, detail: { released: release.block, shown: release.cells.filter(([, { state }]) => state === "shown").length, hidden: release.cells.filter(([, { state }]) => state !== "shown").length } }),
});
