import { can } from "~/domain/access/may";
import { datedInWords } from "~/domain/glossary/term";
import { affectedDocuments } from "~/editor/glossary/affected-documents";
import { query } from "~/queries/query.server";
import { programZone } from "~/store/documents.server";
import { livingTexts, termById } from "~/store/glossary.server";

/** One term: what it means and meant, and every text a reader may see that uses it. */
export const termPage = query("program.read", async (db, { termId }: { termId: string }, actor) => {
  const term = await termById(db, termId);
  if (!term) return null;
  const thing = { programId: term.programId };
  const readable = can(actor, "program.read", thing) && actor.kind === "person";
  const texts = readable ? await livingTexts(db, { programId: term.programId, organizationId: actor.organizationId }) : [];
  const affected = affectedDocuments(texts, [term]).get(term.id) ?? [];
  return {
    thing,
    term: { id: term.id, name: term.name, variants: term.variants, definitions: term.definitions },
    uses: affected.map(({ id, number, title, edition, drafts }) => ({ id, number, title, drafts, edition: edition && { ...edition, dated: datedInWords(term.definitions, edition.at) } })),
    timeZone: await programZone(db, term.programId),
    mayDefine: can(actor, "term.define", thing),
  };
});
