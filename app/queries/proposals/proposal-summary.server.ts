import { can } from "~/domain/access/may";
import { readResourceKind, resourceKindNames } from "~/domain/resources/resource";
import { goneSince } from "~/domain/resources/stages";
import { dayOf } from "~/domain/voting/deadline";
import { query } from "~/queries/query.server";
import { weekChange } from "~/queries/training/week-change.server";
import { groupFaces, roundsOf } from "~/store/ballots.server";
import { databaseTime, type Database } from "~/store/database.server";
import { resourcesCited } from "~/store/resources.server";
import { agreementsSeen } from "~/store/proposals.server";
import { proposalFacts, type ProposalFacts } from "./proposal-facts.server";

/** A proposal on one page: what changes, clause by clause, why, what its clauses rely on, and which agreements stand beside it (C12). */
export const proposalSummary = query("proposal.read", async (db, { proposalId }: { proposalId: string }, actor) => {
  const facts = await proposalFacts(db, proposalId, actor);
  if (!facts) return null;
  const agreements = actor.kind === "person" ? await agreementsSeen(db, actor.programId, actor.organizationId) : [];
  const dissents = (await roundsOf(db, proposalId)).flatMap((round) => round.dissents);
  return { ...facts, week: await weekChange(db, facts.document, facts.baseContent, facts.content), dissents, faces: await groupFaces(db, facts.proposal.programId), resources: can(actor, "resource.read", { programId: facts.proposal.programId }) ? await reliedOn(db, facts) : [], agreements: agreements.filter(({ id }) => id !== facts.document.id) };
});

/** The resources that the changed clauses cite, as they stand today. */
async function reliedOn(db: Database, { document, proposal, touched }: ProposalFacts) {
  const today = dayOf(await databaseTime(db), proposal.program.timeZone);
  const cited = await resourcesCited(db, document.id, touched.map(({ id }) => id));
  return cited.map(({ id, name, kind, clauseIds, ...resource }) => ({
    id,
    name,
    kind: resourceKindNames[readResourceKind(kind)],
    gone: goneSince(resource, today),
    clauses: touched.filter((clause) => clauseIds.includes(clause.id)).map(({ number }) => number),
  }));
}
