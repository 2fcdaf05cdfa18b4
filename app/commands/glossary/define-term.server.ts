import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { definitionBody, definitionSource, meaningNow } from "~/domain/glossary/term";
import { affectedDocuments } from "~/editor/glossary/affected-documents";
import { draftersOf, insertDefinition, livingTexts, lockGlossary, termById } from "~/store/glossary.server";
import { tell } from "~/store/notices.server";

/** Gives a term its next definition. The ones before stay; those who keep a text that uses the term are told. */
export const defineTerm = command("term.define", {
  input: z.strictObject({ termId: z.string().min(1).max(64), body: definitionBody, source: definitionSource }),
  load: async (db, { termId }) => {
    const found = await termById(db, termId);
    if (!found) return null;
    await lockGlossary(db, found.programId);
    const term = await termById(db, termId);
    return term && { thing: { programId: term.programId }, term };
  },
  rule: ({ term }, { body, source }, { actor }) => {
    if (actor.kind !== "person") return refused("Sign in to do this.", 401);
    const now = meaningNow(term.definitions);
    if (now?.body === body && now.source === source) return refused("This is what the term means already.", 422, "body");
    return allowed({ personId: actor.personId, number: (now?.number ?? 0) + 1, body, source });
  },
  save: async (db, { personId, number, body, source }, { now }, { term }) => {
    const definitionId = await insertDefinition(db, { termId: term.id, number, body, source, writtenById: personId, writtenAt: now });
    const affected = affectedDocuments(await livingTexts(db, { programId: term.programId }), [term]).get(term.id) ?? [];
    const organizationIds = [...new Set(affected.map(({ organizationId }) => organizationId))];
    const people = await draftersOf(db, organizationIds);
    for (const organizationId of organizationIds) {
      const documents = affected.filter((document) => document.organizationId === organizationId);
      const personIds = people.filter((person) => person.organizationId === organizationId && person.id !== personId).map(({ id }) => id);
      const body = `The definition of “${term.name}” ${number === 1 ? "is written" : "changed"}. Yours that use it: ${documents.map(({ number }) => number).join(", ")}.`;
      await tell(db, { programId: term.programId, personIds, body, path: `/glossary/${term.id}`, cause: `term.define:${definitionId}` });
    }
    return allowed({ termId: term.id, number, affected: affected.length });
  },
  record: ({ number, body, source }, { affected }, { term }) => ({ subject: "term", subjectId: term.id, detail: { name: term.name, definition: number, body, source, affected } }),
});
