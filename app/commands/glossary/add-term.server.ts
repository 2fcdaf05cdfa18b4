import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { definitionBody, definitionSource, takenWord, termName, termVariants } from "~/domain/glossary/term";
import { insertDefinition, insertTerm, lockGlossary, termsOf } from "~/store/glossary.server";

/** Puts a word into the glossary. It may wait for its definition. */
export const addTerm = command("term.define", {
  input: z.strictObject({ name: termName, variants: termVariants, body: definitionBody.or(z.literal("")).default(""), source: definitionSource }),
  load: async (db, _input, actor) => {
    if (actor.kind !== "person") return { thing: { programId: null }, terms: [] };
    await lockGlossary(db, actor.programId);
    return { thing: { programId: actor.programId }, terms: await termsOf(db, actor.programId) };
  },
  rule: ({ terms }, { name, variants, body, source }, { actor }) => {
    if (actor.kind !== "person") return refused("Sign in to do this.", 401);
    const taken = takenWord([name, ...variants], terms);
    if (taken) return refused(`“${taken.word}” is in the glossary already, under “${taken.by}”.`, 422, taken.word === name ? "name" : "variants");
    return allowed({ programId: actor.programId, personId: actor.personId, name, variants, body, source });
  },
  save: async (db, { programId, personId, name, variants, body, source }, { now }) => {
    const termId = await insertTerm(db, { programId, name, variants });
    if (body) await insertDefinition(db, { termId, number: 1, body, source, writtenById: personId, writtenAt: now });
    return allowed({ termId });
  },
  record: ({ name, variants, body, source }, { termId }) => ({ subject: "term", subjectId: termId, detail: { name, variants, definition: body ? 1 : 0, body, source } }),
});
