import { query } from "~/queries/query.server";
import { databaseTime } from "~/store/database.server";
import { publicDecisionClock, publicDocuments } from "~/store/library.server";
import { publicPlans } from "~/store/plans.server";
import { dayIn } from "~/domain/library/in-force";

/** The public index: documents in force by topic, and the decisions that agencies still owe. */
export const libraryIndex = query("edition.read", async (db, search: string) => {
  const [documents, clock, plans, now] = await Promise.all([publicDocuments(db), publicDecisionClock(db), publicPlans(db), databaseTime(db)]);
  const wanted = search.trim().toLowerCase();
  const shelves = documents
    .filter((document) => `${document.number} ${document.title} ${document.topic}`.toLowerCase().includes(wanted))
    .map(({ adoptions, program, ...document }) => {
      const today = dayIn(program.timeZone, now);
      const agencies = new Map<string, { agency: string; edition: number; since: Date }>();
      for (const { organization, effectiveFrom, edition } of adoptions)
        if (effectiveFrom.toISOString().slice(0, 10) <= today && !agencies.has(organization.id))
          agencies.set(organization.id, { agency: organization.name, edition: edition.number, since: effectiveFrom });
      return { ...document, program: program.name, agencies: [...agencies.values()] };
    })
    .filter((document) => document.agencies.length > 0);
  return { thing: { programId: null }, documents: shelves, plans: plans.filter(({ document }) => `${document.number} ${document.title}`.toLowerCase().includes(wanted)), clock, now };
});
