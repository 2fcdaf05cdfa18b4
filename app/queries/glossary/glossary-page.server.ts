import { can } from "~/domain/access/may";
import { meaningNow } from "~/domain/glossary/term";
import { affectedDocuments } from "~/editor/glossary/affected-documents";
import { query } from "~/queries/query.server";
import { livingTexts, termsOf } from "~/store/glossary.server";

/** The words of the program, what each means, and how many documents a reader sees that use it. */
export const glossaryPage = query("program.read", async (db, _input: null, actor) => {
  if (actor.kind !== "person") return { thing: { programId: null }, terms: [], mayDefine: false };
  const { programId, organizationId } = actor;
  const [terms, texts] = await Promise.all([termsOf(db, programId), livingTexts(db, { programId, organizationId })]);
  const affected = affectedDocuments(texts, terms);
  return {
    thing: { programId },
    terms: terms.map(({ id, name, variants, definitions }) => ({ id, name, variants, meaning: meaningNow(definitions)?.body ?? null, documents: affected.get(id)?.length ?? 0 })),
    mayDefine: can(actor, "term.define", { programId }),
  };
});
