import { z } from "zod";
import { command } from "~/commands/command.server";
import { citedClause, documentToCite } from "~/commands/documents/cited-clause.server";
import { allowed, refused } from "~/domain/access/ruling";
import { insertProof, requirementById } from "~/store/crosswalk.server";
import { isPerson } from "~/store/voting.server";

/** What a proof may say besides naming its clause. */
export const proofNote = z.string().trim().max(2_000, "Keep the note below 2,000 characters.").default("");

/** Says that a clause, as it stands in the newest edition, answers a requirement. Many clauses to a requirement, many requirements to a clause. */
export const proveRequirement = command("proof.write", {
  input: z.strictObject({ requirementId: z.string().max(64), documentId: z.string().min(1, "Choose a document.").max(64), clauseId: z.string().min(1, "Choose a clause.").max(100), note: proofNote }),
  load: async (db, { requirementId, documentId }, actor) => {
    const requirement = await requirementById(db, requirementId);
    if (!requirement) return null;
    const { programId } = requirement.standard;
    return { thing: { programId }, requirement, cited: await documentToCite(db, documentId, { programId, actor }) };
  },
  rule: ({ cited }, { clauseId, note }) => {
    const clause = citedClause(cited, clauseId);
    return clause.ok ? allowed({ ...clause.value, note }) : clause;
  },
  save: async (db, { words: _words, ...proof }, { actor, now }, { requirement }) => {
    if (!isPerson(actor)) return refused("Sign in to do this.", 401);
    const proven = await insertProof(db, { ...proof, requirementId: requirement.id, provenById: actor.personId, provenAt: now });
    return proven ? allowed({ requirementId: requirement.id, standardId: requirement.standard.id }) : refused("This clause answers the requirement already.", 409, "clauseId");
  },
  record: ({ words, note, clauseHash }, { requirementId }, { requirement }) => ({ subject: "requirement", subjectId: requirementId, detail: { standard: requirement.standard.name, reference: requirement.reference, clause: words, clauseHash, note } }),
});
