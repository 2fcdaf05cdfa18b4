import { clauseHashes } from "~/editor/clause-hashes.server";
import type { DocumentNode } from "~/editor/schema/document-node";
import { workingText } from "~/editor/working-text";
import { openProposalsBeside } from "~/store/ballot-lists.server";
import { draftsOf } from "~/store/clause-threads.server";
import type { Database } from "~/store/database.server";
import { frozenTextContent } from "~/store/documents.server";
import type { ProposalFacts } from "./proposal-facts.server";

export type Competing = { id: string; number: number; title: string; clauses: { id: string; number: string; title: string }[] };

/** Other proposals to the same document that still move and change a clause that this one changes, or that it was begun for (C6). */
export async function competingWith(db: Database, { proposal, document, baseEdition, baseContent, touched, clause }: ProposalFacts): Promise<Competing[]> {
  const mine = new Map([...(clause ? [{ id: clause.id, number: clause.number, title: clause.title }] : []), ...touched].map((one) => [one.id, one]));
  if (mine.size === 0 || !(proposal.stage === "drafting" || proposal.stage === "voting")) return [];
  const others = await openProposalsBeside(db, { id: proposal.id, documentId: document.id });
  const drafts = await draftsOf(db, others.map(({ draftId }) => draftId));
  const bases = new Map([[baseEdition.frozenTextId, clauseHashes(baseContent)]]);
  const competing: Competing[] = [];
  for (const { id, number, title, clauseId, draftId, baseEdition: base } of others) {
    const logged = drafts.get(draftId);
    if (!logged) continue;
    const before = bases.get(base.frozenTextId) ?? clauseHashes((await frozenTextContent(db, base.frozenTextId)) as DocumentNode);
    bases.set(base.frozenTextId, before);
    const after = clauseHashes(workingText(logged).content);
    const clauses = [...mine.values()].filter((one) => one.id === clauseId || before.get(one.id) !== after.get(one.id));
    if (clauses.length > 0) competing.push({ id, number, title, clauses });
  }
  return competing;
}
