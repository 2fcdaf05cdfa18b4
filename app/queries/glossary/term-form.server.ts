import { query } from "~/queries/query.server";
import { termById } from "~/store/glossary.server";

/** The form of a new word of the glossary. */
export const newTerm = query("term.define", async (_db, _input: null, actor) => ({ thing: { programId: actor.kind === "person" ? actor.programId : null } }));

/** A term as the forms about it show it. */
export const termForm = query("term.define", async (db, { termId }: { termId: string }) => {
  const term = await termById(db, termId);
  return term && { thing: { programId: term.programId }, term: { id: term.id, name: term.name, variants: term.variants, definition: term.definitions[0] ?? null } };
});
