import type { LoggedText } from "../working-text";
import { workingText } from "../working-text";
import type { DocumentNode } from "../schema/document-node";
import type { KnownTerm } from "./find-terms";
import { termUses, type TermUse } from "./term-uses";

/** A document with the texts of it that live: its newest edition, and what is being written. */
export type LivingDocument = {
  id: string;
  number: string;
  title: string;
  organizationId: string;
  edition: { number: number; at: Date; content: unknown } | null;
  drafts: readonly { proposal: { id: string; number: number; title: string } | null; text: LoggedText }[];
};

type Clauses = TermUse["clauses"];

/** A document that uses a term, and where. */
export type AffectedDocument = Pick<LivingDocument, "id" | "number" | "title" | "organizationId"> & {
  edition: { number: number; at: Date; clauses: Clauses } | null;
  drafts: { proposal: { id: string; number: number; title: string } | null; clauses: Clauses }[];
};

/** For each term the documents that use it, by the number of the document. */
export function affectedDocuments(documents: readonly LivingDocument[], terms: readonly KnownTerm[]): Map<string, AffectedDocument[]> {
  const affected = new Map<string, AffectedDocument[]>(terms.map(({ id }) => [id, []]));
  for (const { id, number, title, organizationId, edition, drafts } of documents) {
    const inEdition = edition ? usesIn(edition.content as DocumentNode, terms) : new Map<string, Clauses>();
    const inDrafts = drafts.map(({ proposal, text }) => ({ proposal, uses: usesIn(workingText(text).content, terms) }));
    for (const term of terms) {
      const clauses = inEdition.get(term.id);
      const using = inDrafts.flatMap(({ proposal, uses }) => {
        const found = uses.get(term.id);
        return found ? [{ proposal, clauses: found }] : [];
      });
      if (!clauses && using.length === 0) continue;
      affected.get(term.id)?.push({ id, number, title, organizationId, edition: edition && clauses ? { number: edition.number, at: edition.at, clauses } : null, drafts: using });
    }
  }
  return affected;
}

function usesIn(doc: DocumentNode, terms: readonly KnownTerm[]): Map<string, Clauses> {
  return new Map(termUses(doc, terms).map(({ termId, clauses }) => [termId, clauses]));
}
