import type { FindingFigures } from "~/domain/evaluation/finding-figures";
import { readParts } from "~/domain/evaluation/plan-parts";
import { placeOf, type ReleasedCells } from "~/domain/evaluation/shown-figures";
import { allAgencies } from "~/domain/evaluation/suppression-block";
import type { Database } from "./database.server";
import { releasedBlocks } from "./data.server";
import { adoptionsOfClauses, measureFacts, namesOfOrganizations } from "./measures.server";

/** What was released of a finding's measure, its agencies, and what happened along the way. Nothing that is hidden is read. Null before any figure came in. */
export async function findingFigures(db: Database, { measureId, planId, planVersion }: { measureId: string; planId: string; planVersion: number }): Promise<FindingFigures | null> {
  const [measure, blocks, adoptions, review] = await Promise.all([
    measureFacts(db, measureId),
    releasedBlocks(db, measureId),
    adoptionsOfClauses(db, measureId),
    db.planReview.findFirst({ where: { planId, version: planVersion }, select: { parts: true } }),
  ]);
  if (!measure || blocks.length === 0) return null;
  const { name, unit, direction, frequency, number } = measure.now;
  const cells: ReleasedCells = new Map(blocks.flatMap((block) => block.cells));
  const places = [...cells.keys()].map(placeOf).filter(({ breakdown }) => breakdown === "");
  const agencies = await namesOfOrganizations(db, [...new Set(places.map(({ agency }) => agency))].filter((id) => id !== allAgencies));
  const yearly = frequency === "yearly";
  const rollout = review ? readParts(review.parts).rollout : [];
  return {
    cells,
    measure: { name, unit, direction, frequency },
    measureVersion: number,
    dataVersion: Math.max(0, ...blocks.map(({ importNumber }) => importNumber ?? 0)),
    agencies,
    periods: [...new Set(places.map(({ period }) => period))].filter((period) => yearly || period.length > 4).sort(),
    events: [
      ...adoptions.map(({ day, agencyId, agency, words }) => ({ kind: "policy" as const, day, agencyId, label: `${words} in force, ${agency}` })),
      ...rollout.flatMap(({ unit: name, starts, dose }) => {
        const agency = agencies.find((one) => name !== undefined && name !== "" && one.name.startsWith(name));
        return agency && starts ? [{ kind: "rollout" as const, day: starts, agencyId: agency.id, label: dose ? `Training begins, ${agency.name}` : `Rollout, ${agency.name}` }] : [];
      }),
    ].sort((one, other) => one.day.localeCompare(other.day)),
  };
}
