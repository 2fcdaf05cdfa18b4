import type { MeasureForAnalysis } from "~/domain/evaluation/finding-analysis";
import { measureChart } from "~/domain/evaluation/measure-chart";
import { periodInWords } from "~/domain/evaluation/periods";
import { placeOf, shownCell, type ShownCell } from "~/domain/evaluation/shown-figures";
import { allAgencies, stratumCore } from "~/domain/evaluation/suppression-block";
import { releasedBlocks, smallCellRule } from "~/store/data.server";
import type { Database } from "~/store/database.server";
import { adoptionsOfClauses, namesOfOrganizations } from "~/store/measures.server";

export type FigureRow = { core: string; name: string; cells: Record<string, ShownCell | null> };
export type MeasureFigures = NonNullable<Awaited<ReturnType<typeof measureFigures>>>;

/** Three years of months; the CSV has all. */
const onPage = 36;

/** The figures of a measure as they were released: the newest periods by agency, years, and the groups of the newest complete year. Null before any came in. */
export async function measureFigures(db: Database, { measureId, ...measure }: MeasureForAnalysis & { measureId: string }, most = 5) {
  const { unit, frequency } = measure;
  const blocks = await releasedBlocks(db, measureId, { most });
  const newest = blocks[0];
  if (!newest) return null;
  const cells = new Map(blocks.flatMap((block) => block.cells));
  const places = [...cells.keys()].map(placeOf);
  const agencies = await namesOfOrganizations(db, [...new Set(places.map(({ agency }) => agency))].filter((id) => id !== allAgencies));
  const columns = [...agencies, ...(places.some(({ agency }) => agency === allAgencies) ? [{ id: allAgencies, name: "All agencies" }] : [])];
  const row = (core: string, name: string): FigureRow => ({ core, name, cells: Object.fromEntries(columns.map(({ id }) => [id, shownCell(cells, core, id, unit)])) });
  const whole = [...new Set(places.filter(({ breakdown }) => breakdown === "").map(({ period }) => period))].sort().reverse();
  const years = new Set(blocks.map(({ block }) => block));
  const split = blocks.find(({ cells: of }) => of.some(([key]) => placeOf(key).breakdown !== ""));
  const strata = split ? [...new Set(split.cells.map(([key]) => placeOf(key)).filter(({ breakdown }) => breakdown !== "").map(({ breakdown, stratum }) => `${breakdown}\u001e${stratum}`))].sort() : [];
  const single = whole.filter((period) => frequency === "wave" || frequency === "yearly" || !years.has(period));
  const shownPeriods = single.slice(0, onPage);
  const events = await adoptionsOfClauses(db, measureId);
  const line = { measure, agencies, periods: [...shownPeriods].reverse(), events: events.map(({ day, agencyId, agency, words }) => ({ kind: "policy" as const, day, agencyId, label: `${words} in force, ${agency}` })) };
  return {
    chart: measureChart(cells, line),
    unit,
    threshold: newest.threshold,
    rule: await smallCellRule(db, measureId),
    version: Math.max(0, ...blocks.map(({ importNumber }) => importNumber ?? 0)),
    agencies: columns,
    more: single.length > onPage || blocks.length === most,
    periods: shownPeriods.map((period) => row(period, periodInWords(period, frequency))),
    years: frequency === "yearly" || frequency === "wave" ? [] : blocks.filter(({ complete }) => complete).map(({ block }) => row(block, block)),
    splitYear: split?.block ?? null,
    strata: strata.map((place) => {
      const [breakdown = "", stratum = ""] = place.split("\u001e");
      return { breakdown, ...row(stratumCore(split?.block ?? "", breakdown, stratum), stratum) };
    }),
    givenUp: blocks.flatMap(({ block, months, agencies: single, complete }) => (months && single ? [] : [{ block, what: months ? "single agencies" : single && complete ? "single periods" : "single periods or agencies" }])),
    events,
  };
}
