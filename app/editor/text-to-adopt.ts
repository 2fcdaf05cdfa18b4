import { rebase } from "./rebase";
import type { DocumentNode } from "./schema/document-node";

type Numbered = { number: number; content: DocumentNode };

/** The text that adoption would put in force; `onto` is the newer edition it was joined with. Or the clauses in which that edition and the vote differ. */
export type TextToAdopt = { ok: true; content: DocumentNode; onto: number | null } | { ok: false; edition: number; clauses: string[] };

/**
 * What a carried text becomes when an agency adopts it: itself; or, when an edition came after the one it was written on and touched other
 * clauses only, both changes together, clause by clause. `made` is the edition another agency's adoption made of it already. Without a `base` it is a first edition.
 */
export function textToAdopt({ voted, base, latest, made }: { voted: DocumentNode; base: Numbered | null; latest: Numbered | null; made: DocumentNode | null }): TextToAdopt {
  if (made) return { ok: true, content: made, onto: null };
  if (!base || !latest || latest.number === base.number) return { ok: true, content: voted, onto: null };
  const { merged, conflicts } = rebase({ base: base.content, mine: voted, theirs: latest.content });
  if (merged) return { ok: true, content: merged, onto: latest.number };
  return { ok: false, edition: latest.number, clauses: conflicts.map(({ title, clauseId }) => title || clauseId) };
}
