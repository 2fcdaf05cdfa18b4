import { placeOf } from "~/domain/evaluation/shown-figures";
import { allAgencies } from "~/domain/evaluation/suppression-block";
import { query } from "~/queries/query.server";
import { releasedBlocks } from "~/store/data.server";
import { measureFacts, namesOfOrganizations } from "~/store/measures.server";

export type DataLine = { period: string; agency: string; breakdown: string; stratum: string; part: string; value: string };

/** Everything that is released of a measure, line by line: the same cells as on its page, hidden ones too. */
export const measureData = query("evaluation.read", async (db, { measureId }: { measureId: string }) => {
  const measure = await measureFacts(db, measureId);
  if (!measure) return null;
  const blocks = await releasedBlocks(db, measureId);
  const places = blocks.flatMap(({ cells, threshold }) => cells.map(([key, cell]) => ({ ...placeOf(key), cell, threshold })));
  const names = new Map((await namesOfOrganizations(db, [...new Set(places.map(({ agency }) => agency))])).map(({ id, name }) => [id, name]));
  const lines = places.map(({ period, agency, breakdown, stratum, part, cell, threshold }): DataLine => ({
    period,
    agency: agency === allAgencies ? "All agencies" : (names.get(agency) ?? agency),
    breakdown,
    stratum,
    part: part === "n" ? "numerator" : "denominator",
    value: cell.state === "shown" ? String(cell.count) : cell.state === "small" ? `<${threshold}` : "hidden",
  }));
  return { thing: { programId: measure.programId }, key: measure.key, lines: lines.sort((one, other) => (one.period < other.period ? -1 : one.period > other.period ? 1 : 0)) };
});
