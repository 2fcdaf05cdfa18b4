import { z } from "zod";
import { command } from "~/commands/command.server";
import { saveDocument, strangeAgency } from "~/commands/documents/create-document.server";
import { allowed, refused } from "~/domain/access/ruling";
import { documentDescription } from "~/domain/documents/description";
import { dayOf } from "~/domain/voting/deadline";
import { templateText } from "~/editor/template-text";
import { agenciesOf, programZone } from "~/store/documents.server";
import { insertContributor, planIdOf } from "~/store/plans.server";
import { isPerson } from "~/store/voting.server";

const { kind: _fixed, ...described } = documentDescription;

/** Starts an evaluation plan: a document with its fifteen sections, empty parts, and who starts it as the first contributor. */
export const createPlan = command("plan.write", {
  input: z.strictObject(described),
  load: async (db, _input, actor) => {
    if (!isPerson(actor)) return { thing: { programId: null }, agencies: [], timeZone: "UTC" };
    const { programId, organizationId } = actor;
    return { thing: { programId, organizationId }, agencies: await agenciesOf(db, programId), timeZone: await programZone(db, programId) };
  },
  rule: ({ agencies }, input) => strangeAgency(input.agencyIds, agencies) ?? allowed(input),
  save: async (db, input, { actor, now }, { timeZone }) => {
    if (!isPerson(actor)) return refused("Sign in to do this.", 401);
    const { programId, organizationId, personId, name } = actor;
    const saved = await saveDocument(db, { ...input, kind: "evaluation-plan", programId, organizationId, createdById: personId }, templateText("evaluation-plan"));
    if (!saved.ok) return saved;
    const planId = await planIdOf(db, saved.value.id);
    await insertContributor(db, { planId, personId, name, part: "Started the plan", from: dayOf(now, timeZone) });
    return allowed({ planId, documentId: saved.value.id });
  },
  record: ({ number, title }, { planId, documentId }) => ({ subject: "plan", subjectId: planId, detail: { number, title, documentId } }),
});
