import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { mostRequirements, requirementsIn } from "~/domain/crosswalk/requirement-lines";
import { insertRequirements, lockStandard, saveWords } from "~/store/crosswalk.server";

/** Adds the requirements of a standard, a line each. A number that is there gets the new words, and what was proven for the old ones is stale. */
export const addRequirements = command("standard.write", {
  input: z.strictObject({ standardId: z.string().max(64), lines: z.string({ error: "Write the requirements, a line each." }).trim().min(1, "Write at least one line: the number, a comma, and the words.").max(1_000_000, "Send at most a million characters at once.") }),
  load: async (db, { standardId }) => {
    const standard = await lockStandard(db, standardId);
    return standard && { thing: { programId: standard.programId }, standard };
  },
  rule: ({ standard }, { lines }) => {
    const read = requirementsIn(lines);
    if (!read.ok) return read;
    const there = new Map(standard.requirements.map((requirement) => [requirement.reference, requirement]));
    const added = read.value.filter(({ reference }) => !there.has(reference));
    const reworded = read.value.flatMap(({ reference, words }) => {
      const known = there.get(reference);
      return known && known.words !== words ? [{ id: known.id, reference, was: known.words, words }] : [];
    });
    if (added.length + reworded.length === 0) return refused("All of these are here already, in the same words.", 409, "lines");
    if (standard.requirements.length + added.length > mostRequirements) return refused(`A standard holds at most ${mostRequirements.toLocaleString("en-US")} requirements. Put the rest into another one.`, 422, "lines");
    return allowed({ added, reworded, from: (standard.requirements.at(-1)?.position ?? 0) + 1 });
  },
  save: async (db, { added, reworded, from }, { now }, { standard }) => {
    await insertRequirements(db, standard.id, added, { from, at: now });
    await saveWords(db, reworded, now);
    return allowed({ standardId: standard.id, added: added.length, reworded: reworded.length });
  },
  record: ({ added, reworded }, _result, { standard }) => ({ subject: "standard", subjectId: standard.id, detail: { standard: standard.name, added: added.map(({ reference }) => reference), reworded: reworded.map(({ reference, was, words }) => ({ reference, was, words })) } }),
});
