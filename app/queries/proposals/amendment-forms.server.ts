import { can } from "~/domain/access/may";
import { amendable, moveAmendment } from "~/domain/proposals/amendments";
import { readProposalStage } from "~/domain/proposals/stages";
import { proposalThing } from "~/domain/proposals/thing";
import { wordsToAmend } from "~/editor/amended-clause";
import { clausesOf } from "~/editor/numbering";
import { wordSpans } from "~/editor/redline-words";
import { workingText } from "~/editor/working-text";
import { query } from "~/queries/query.server";
import { amendmentRow } from "~/store/amendments.server";
import type { Database } from "~/store/database.server";
import { draftRows } from "~/store/drafting.server";
import { proposalRow } from "~/store/proposals.server";

/** The clauses that an amendment can be offered to, and the words of the chosen one. */
export const amendmentForm = query("amendment.offer", async (db, { proposalId, clauseId }: { proposalId: string; clauseId: string }, actor) => {
  const proposal = await proposalRow(db, proposalId);
  if (!proposal) return null;
  const thing = proposalThing(proposal);
  const rows = can(actor, "amendment.offer", thing) ? await draftRows(db, proposal.draftId) : null;
  const clauses = (rows ? clausesOf(workingText(rows).content) : []).map(({ id, number, title, ownContent }) => ({ id, number, title, words: wordsToAmend(ownContent) }));
  const open = amendable({ stage: readProposalStage(proposal.stage), byRules: proposal.charterRules !== null });
  const chosen = clauses.find(({ id, words }) => id === clauseId && words !== null);
  return {
    thing,
    proposal: { id: proposal.id, number: proposal.number, title: proposal.title },
    closed: open.ok ? null : open.reason,
    clauses: clauses.flatMap(({ words, ...clause }) => (words === null ? [] : [clause])),
    chosen: chosen ? { ...chosen, words: chosen.words ?? "" } : null,
  };
});

/** What is asked before an amendment is accepted or refused. */
export const amendmentAnswerForm = query("amendment.answer", async (db, { amendmentId }: { amendmentId: string }) => {
  const found = await amendmentWithProposal(db, amendmentId);
  if (!found) return null;
  const { amendment, proposal, shown } = found;
  const open = amendable({ stage: readProposalStage(proposal.stage), byRules: proposal.charterRules !== null });
  const moved = open.ok ? moveAmendment(amendment.state, "refuse") : open;
  return { thing: proposalThing(proposal), ...shown, closed: moved.ok ? null : moved.reason };
});

/** What its author says about an amendment that becomes a proposal of its own. */
export const amendmentPromotionForm = query("amendment.promote", async (db, { amendmentId }: { amendmentId: string }) => {
  const found = await amendmentWithProposal(db, amendmentId);
  if (!found) return null;
  const { amendment, proposal, shown } = found;
  const moved = moveAmendment(amendment.state, "promote");
  return { thing: { ...proposalThing(proposal), ownerIds: [amendment.author.id] }, ...shown, affected: proposal.affected, closed: moved.ok ? null : moved.reason };
});

async function amendmentWithProposal(db: Database, amendmentId: string) {
  const amendment = await amendmentRow(db, amendmentId);
  const proposal = amendment && (await proposalRow(db, amendment.proposalId));
  if (!amendment || !proposal) return null;
  const rows = await draftRows(db, proposal.draftId);
  const clause = rows && clausesOf(workingText(rows).content).find(({ id }) => id === amendment.clauseId);
  const { id, number, why, author, was, words } = amendment;
  const shown = {
    amendment: { id, number, why, author, spans: wordSpans(was, words), clause: clause ? `${clause.number} ${clause.title}`.trim() : "" },
    proposal: { id: proposal.id, number: proposal.number, title: proposal.title },
    document: { number: proposal.document.number },
  };
  return { amendment, proposal, shown };
}
