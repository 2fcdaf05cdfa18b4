import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { takenWord, termVariants } from "~/domain/glossary/term";
import { lockGlossary, saveVariants, termById, termsOf } from "~/store/glossary.server";

/** Says by which other forms a term is known again, such as its plural. */
export const changeVariants = command("term.define", {
  input: z.strictObject({ termId: z.string().min(1).max(64), variants: termVariants }),
  load: async (db, { termId }) => {
    const found = await termById(db, termId);
    if (!found) return null;
    await lockGlossary(db, found.programId);
    const terms = await termsOf(db, found.programId);
    const term = terms.find(({ id }) => id === termId);
    return term ? { thing: { programId: term.programId }, term, others: terms.filter(({ id }) => id !== termId) } : null;
  },
  rule: ({ others }, { variants }) => {
    const taken = takenWord(variants, others);
    return taken ? refused(`“${taken.word}” is in the glossary already, under “${taken.by}”.`, 422, "variants") : allowed({ variants });
  },
  save: async (db, { variants }, _moment, { term }) => {
    await saveVariants(db, term.id, variants);
    return allowed({ termId: term.id });
  },
  record: ({ variants }, _result, { term }) => ({ subject: "term", subjectId: term.id, detail: { name: term.name, variants, before: term.variants } }),
});
