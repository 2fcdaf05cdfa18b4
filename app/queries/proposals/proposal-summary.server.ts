import { query } from "~/queries/query.server";
import { weekChange } from "~/queries/training/week-change.server";
import { groupFaces, roundsOf } from "~/store/ballots.server";
import { agreementsSeen } from "~/store/proposals.server";
import { proposalFacts } from "./proposal-facts.server";

/** A proposal on one page: what changes, clause by clause, why, and which agreements stand beside it (C12). */
export const proposalSummary = query("proposal.read", async (db, { proposalId }: { proposalId: string }, actor) => {
  const facts = await proposalFacts(db, proposalId, actor);
  if (!facts) return null;
  const agreements = actor.kind === "person" ? await agreementsSeen(db, actor.programId, actor.organizationId) : [];
  const dissents = (await roundsOf(db, proposalId)).flatMap((round) => round.dissents);
  return { ...facts, week: await weekChange(db, facts.document, facts.baseContent, facts.content), dissents, faces: await groupFaces(db, facts.proposal.programId), agreements: agreements.filter(({ id }) => id !== facts.document.id) };
});
