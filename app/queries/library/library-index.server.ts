import { query } from "~/queries/query.server";
import { commentPhaseOf } from "~/domain/public-comment/phases";
import { publicCommentRounds } from "~/store/comment-rounds.server";
import { databaseTime } from "~/store/database.server";
import { publicDecisionClock, publicDocuments, publicInForce, type InForce } from "~/store/library.server";
import { publicPlans } from "~/store/plans.server";

/** The public index: documents in force, and the decisions that agencies still owe. */
export const libraryIndex = query("edition.read", async (db, search: string) => {
  const [documents, inForce, clock, plans, rounds, now] = await Promise.all([
    publicDocuments(db),
    publicInForce(db),
    publicDecisionClock(db),
    publicPlans(db),
    publicCommentRounds(db, "standing", 20),
    databaseTime(db),
  ]);
  const byDocument = new Map<string, InForce[]>();
  for (const row of inForce) byDocument.set(row.documentId, [...(byDocument.get(row.documentId) ?? []), row]);
  const wanted = search.trim().toLowerCase();
  const shelves = documents
    .filter((document) => `${document.number} ${document.title} ${document.topic}`.toLowerCase().includes(wanted))
    .flatMap(({ program, ...document }) => {
      const agencies = (byDocument.get(document.id) ?? []).map(({ agency, edition, since }) => ({ agency, edition, since })).sort((one, other) => one.agency.localeCompare(other.agency));
      return agencies.length > 0 ? [{ ...document, program: program.name, agencies }] : [];
    });
  return {
    thing: { programId: null },
    documents: shelves,
    plans: plans.filter(({ document }) => `${document.number} ${document.title}`.toLowerCase().includes(wanted)),
    clock,
    commentRounds: rounds.map((round) => ({ ...round, phase: commentPhaseOf({ ...round, now }) })).filter(({ phase }) => phase === "open"),
    now,
  };
});
