import { can, type Actor } from "~/domain/access/may";
import { isStale, staleInWords } from "~/domain/proposals/base";
import { readProposalStage } from "~/domain/proposals/stages";
import { proposalThing } from "~/domain/proposals/thing";
import { clausesOf } from "~/editor/numbering";
import { redline } from "~/editor/redline";
import type { DocumentNode } from "~/editor/schema/document-node";
import { cleanText } from "~/editor/suggestions/clean-text";
import { pendingSuggestions } from "~/editor/suggestions/pending";
import { workingDoc } from "~/editor/working-text";
import type { Database } from "~/store/database.server";
import { frozenTextContent } from "~/store/documents.server";
import { draftRows } from "~/store/drafting.server";
import { proposalRow } from "~/store/proposals.server";

/** A clause that a proposal touches; `number` and `title` as they will be, or as they were when it is removed. */
export type TouchedClause = { id: string; number: string; title: string };

export type ProposalFacts = NonNullable<Awaited<ReturnType<typeof proposalFacts>>>;

/**
 * A proposal with its document, its base, its text and what it changes, for every page that shows one.
 * The stale base is said only while the text can still be rebased.
 */
export async function proposalFacts(db: Database, proposalId: string, actor: Actor) {
  const proposal = await proposalRow(db, proposalId);
  if (!proposal) return null;
  const thing = proposalThing(proposal);
  const stage = readProposalStage(proposal.stage);
  const { document, baseEdition, ...said } = proposal;
  const latestEdition = document.editions[0] ?? baseEdition;
  const isOpen = stage === "drafting" || stage === "voting";
  const stale = isOpen && isStale(baseEdition.number, latestEdition.number);
  const readable = can(actor, "proposal.read", thing);
  const [base, rows] = await Promise.all([readable ? frozenTextContent(db, baseEdition.frozenTextId) : null, readable ? draftRows(db, proposal.draftId) : null]);
  const baseContent = (base ?? empty) as DocumentNode;
  const working = rows && workingDoc(rows);
  const draft = working ? { version: working.version, content: cleanText(working.doc) } : { version: 0, content: empty };
  // The text of a charter follows from its rules, so nobody writes in it.
  const isText = proposal.charterRules === null;
  const changes = redline(baseContent, draft.content);
  return {
    thing,
    proposal: { ...said, stage },
    document,
    baseEdition,
    latestEdition,
    isStale: stale,
    staleInWords: stale ? staleInWords(baseEdition.number, latestEdition.number, document.number) : null,
    baseContent,
    content: draft.content,
    draftVersion: draft.version,
    frozen: rows?.frozen ?? true,
    undecided: working && { draftId: proposal.draftId, count: pendingSuggestions(working.doc).length },
    redline: changes,
    touched: changes.changes.map(({ clauseId, before, after }): TouchedClause => ({ id: clauseId, number: (after ?? before)?.number ?? "", title: (after ?? before)?.title ?? "" })),
    clause: clausesOf(baseContent).find(({ id }) => id === proposal.clauseId) ?? null,
    may: {
      write: isText && stage === "drafting" && can(actor, "draft.write", thing),
      suggest: isText && stage === "drafting" && can(actor, "draft.suggest", thing),
      describe: stage === "drafting" && can(actor, "proposal.describe", thing),
      withdraw: stage === "drafting" && can(actor, "proposal.withdraw", thing),
      rebase: isText && stage === "drafting" && stale && can(actor, "proposal.rebase", thing),
    },
  };
}

const empty: DocumentNode = { type: "doc", content: [] };
