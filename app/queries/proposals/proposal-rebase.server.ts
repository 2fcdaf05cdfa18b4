import { rebase, type Conflict } from "~/editor/rebase";
import type { DocumentNode } from "~/editor/schema/document-node";
import { clausesOf } from "~/editor/numbering";
import { query } from "~/queries/query.server";
import { frozenTextContent } from "~/store/documents.server";
import { proposalFacts } from "./proposal-facts.server";

export type TakenClause = { id: string; number: string; title: string };

/** What a rebase of the proposal would take by itself, and what a person must choose. */
export const proposalRebase = query("proposal.rebase", async (db, { proposalId }: { proposalId: string }, actor) => {
  const facts = await proposalFacts(db, proposalId, actor);
  if (!facts) return null;
  const { thing, proposal, document, baseEdition, latestEdition, isStale, staleInWords, baseContent, content, undecided } = facts;
  const shown = { thing, proposal: { id: proposal.id, number: proposal.number, title: proposal.title, stage: proposal.stage }, document: { number: document.number, title: document.title }, baseEdition, latestEdition, isStale, staleInWords, undecided };
  const nothing = { mine: [] as TakenClause[], theirs: [] as TakenClause[], conflicts: [] as (Conflict & { number: string })[] };
  if (!isStale || !facts.may.rebase) return { ...shown, ...nothing };
  const theirs = (await frozenTextContent(db, latestEdition.frozenTextId)) as DocumentNode;
  const { taken, conflicts } = rebase({ base: baseContent, mine: content, theirs });
  const places = new Map([baseContent, theirs, content].flatMap((text) => clausesOf(text).map(({ id, number, title }) => [id, { id, number, title }] as const)));
  const placed = (ids: string[]) => ids.map((id) => places.get(id) ?? { id, number: "", title: "" });
  return { ...shown, mine: placed(taken.mine), theirs: placed(taken.theirs), conflicts: conflicts.map((conflict) => ({ ...conflict, number: places.get(conflict.clauseId)?.number ?? "" })) };
});
