import type { KnownTerm } from "~/editor/glossary/find-terms";
import { termUses } from "~/editor/glossary/term-uses";
import type { DocumentNode } from "~/editor/schema/document-node";
import { textProblems } from "~/editor/text-problems";
import type { Database } from "~/store/database.server";
import { textBegunWith } from "~/store/draft-starts.server";

/** What keeps a text from going to a head or to a vote, and what is only worth a warning. */
export async function textBeforeFreezing(db: Database, { draftId, kind, content, terms }: { draftId: string; kind: string; content: DocumentNode; terms: readonly (KnownTerm & { meaning: string | null })[] }) {
  const waiting = terms.filter(({ meaning }) => meaning === null);
  return {
    problems: textProblems(kind, await textBegunWith(db, draftId), content),
    warnings: termUses(content, waiting).map(({ termId, clauses }) => `“${waiting.find(({ id }) => id === termId)?.name ?? ""}” is not defined yet. It is used in ${clauses.map(({ number }) => number).join(", ")}.`),
  };
}
