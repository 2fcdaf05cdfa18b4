import { meaningNow } from "~/domain/glossary/term";
import { query } from "~/queries/query.server";
import { termsOf } from "~/store/glossary.server";

/** The words of the program's glossary and what they mean now. */
export const glossaryWords = query("program.read", async (db, _input: null, actor) => {
  if (actor.kind !== "person") return { thing: { programId: null }, terms: [] };
  const terms = await termsOf(db, actor.programId);
  return { thing: { programId: actor.programId }, terms: terms.map(({ id, name, variants, definitions }) => ({ id, name, variants, meaning: meaningNow(definitions)?.body ?? null })) };
});
