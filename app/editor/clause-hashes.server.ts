import { hashOf } from "./canonical.server";
import { clausesOf } from "./numbering";
import type { DocumentNode } from "./schema/document-node";

/** The hash of what stands in each clause itself, its title and blocks without the clauses below, by the id of the clause. */
export function clauseHashes(doc: DocumentNode): Map<string, string> {
  return new Map(clausesOf(doc).map(({ id, ownContent }) => [id, hashOf(ownContent)]));
}
