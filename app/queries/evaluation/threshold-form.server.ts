import { usualThreshold } from "~/domain/evaluation/threshold";
import { query } from "~/queries/query.server";
import { smallCellRule } from "~/store/data.server";
import { measureFacts } from "~/store/measures.server";

/** The threshold for small counts of a measure, the usual one and the one that was set. */
export const thresholdForm = query("threshold.set", async (db, { measureId }: { measureId: string }) => {
  const measure = await measureFacts(db, measureId);
  if (!measure) return null;
  const rule = await smallCellRule(db, measureId);
  return { thing: { programId: measure.programId }, measure: { id: measure.id, name: measure.now.name }, usual: usualThreshold(measure.now.healthData), rule };
});
