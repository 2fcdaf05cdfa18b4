import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { agreementTerms } from "~/domain/evaluation/agreement";
import { insertAgreement } from "~/store/data.server";
import { measuresOf } from "~/store/measures.server";
import { isPerson } from "~/store/voting.server";

/** Records a data-sharing agreement. It is never changed: other terms are another agreement. */
export const signAgreement = command("agreement.write", {
  input: z.strictObject(agreementTerms),
  load: async (db, { measureIds }, actor) => {
    if (!isPerson(actor)) return { thing: { programId: null }, programId: "", measures: [] };
    return { thing: { programId: actor.programId }, programId: actor.programId, measures: await measuresOf(db, actor.programId, { ids: measureIds }) };
  },
  rule: ({ measures }, terms) => {
    if (measures.length !== new Set(terms.measureIds).size) return refused("Choose among the measures of this program.", 422, "measureIds");
    return terms.expiresOn < terms.validFrom ? refused("The last day is before the first.", 422, "expiresOn") : allowed(terms);
  },
  save: async (db, terms, { actor }, { programId }) => {
    if (!isPerson(actor)) return refused("Sign in to do this.", 401);
    return allowed({ agreementId: await insertAgreement(db, { ...terms, programId, createdById: actor.personId }) });
  },
  record: ({ title, expiresOn, fields }, { agreementId }) => ({ subject: "agreement", subjectId: agreementId, detail: { title, expiresOn, fields } }),
});
