import { z } from "zod";
import { command } from "~/commands/command.server";
import { acknowledgeRuling } from "~/domain/acknowledgement/acknowledge";
import { adoptionThing } from "~/domain/acknowledgement/adoption-thing";
import { allowed, refused } from "~/domain/access/ruling";
import { acknowledgementOf, adoptionById, insertAcknowledgement, lockAdoption } from "~/store/acknowledgements.server";

/** A person of the agency says to have read and understood the edition that it adopted. */
export const acknowledgeEdition = command("edition.acknowledge", {
  input: z.strictObject({ adoptionId: z.string().min(1), answers: z.record(z.string(), z.string().max(10)).default({}) }),
  load: async (db, { adoptionId }, actor) => {
    await lockAdoption(db, adoptionId);
    const adoption = await adoptionById(db, adoptionId);
    if (!adoption || actor.kind !== "person") return null;
    const done = (await acknowledgementOf(db, actor.personId, adoptionId)) !== null;
    return { thing: adoptionThing({ ...adoption, programId: adoption.document.programId }, actor.personId), adoption, done, personId: actor.personId };
  },
  rule: ({ adoption, done }, { answers }) => {
    const { document, edition, latest, questions } = adoption;
    return acknowledgeRuling({ kind: document.kind, edition: edition.number, latestEdition: latest?.edition ?? null, isLatest: latest?.id === adoption.id, done, questions }, answers);
  },
  save: async (db, { edition }, { now }, { adoption, personId }) => {
    const saved = await insertAcknowledgement(db, { personId, adoptionId: adoption.id, at: now, editionHash: adoption.text.hash });
    return saved ? allowed({ adoptionId: adoption.id, edition }) : refused("You have acknowledged this edition already.");
  },
  record: ({ edition }, _result, { adoption }) => ({
    subject: "adoption",
    subjectId: adoption.id,
    detail: { document: adoption.document.number, edition, hash: adoption.text.hash, agency: adoption.organization.name },
  }),
});
