import { z } from "zod";
import { command } from "~/commands/command.server";
import { citedClause, documentToCite } from "~/commands/documents/cited-clause.server";
import { sees, type Actor } from "~/domain/access/may";
import { allowed, refused } from "~/domain/access/ruling";
import { proofState } from "~/domain/crosswalk/proof";
import { documentThing } from "~/domain/documents/description";
import { deleteProof, proofById, renewProof as saveRenewed } from "~/store/crosswalk.server";
import type { Database } from "~/store/database.server";
import { isPerson } from "~/store/voting.server";
import { proofNote } from "./prove-requirement.server";

/** A proof by a clause that one may not see is not there. */
async function seenProof(db: Database, proofId: string, actor: Actor) {
  const proof = await proofById(db, proofId);
  return proof && sees(actor, documentThing(proof.document)) ? proof : null;
}

/** Says that the clause, as it stands now, still answers the requirement. */
export const renewProof = command("proof.write", {
  input: z.strictObject({ proofId: z.string().max(64), note: proofNote }),
  load: async (db, { proofId }, actor) => {
    const proof = await seenProof(db, proofId, actor);
    if (!proof) return null;
    const { programId } = proof.requirement.standard;
    return { thing: { programId }, proof, cited: await documentToCite(db, proof.documentId, { programId, actor }) };
  },
  rule: ({ proof, cited }, { note }, { now }) => {
    const state = proofState({ ...proof, wordedAt: proof.requirement.wordedAt, now });
    if (state === "stands") return refused("This proof still stands, so there is nothing to renew.");
    if (state === "gone") return refused("The clause is no longer in the text. Take the proof away, and choose another clause.");
    const clause = citedClause(cited, proof.clauseId);
    return clause.ok ? allowed({ ...clause.value, note }) : clause;
  },
  save: async (db, { words: _words, documentId: _documentId, clauseId: _clauseId, ...renewed }, { actor, now }, { proof }) => {
    if (!isPerson(actor)) return refused("Sign in to do this.", 401);
    const { id, clauseHash, provenAt, requirement } = proof;
    const saved = await saveRenewed(db, id, { clauseHash, provenAt }, { ...renewed, provenById: actor.personId, provenAt: now });
    return saved ? allowed({ standardId: requirement.standard.id, requirementId: requirement.id }) : refused("Someone was first: this proof was renewed meanwhile.");
  },
  record: ({ words, note, clauseHash }, { requirementId }, { proof }) => ({ subject: "requirement", subjectId: requirementId, detail: { reference: proof.requirement.reference, renewed: words, was: proof.clauseHash, clauseHash, note } }),
});

/** Takes a proof away: the clause does not answer the requirement after all. */
export const removeProof = command("proof.write", {
  input: z.strictObject({ proofId: z.string().max(64) }),
  load: async (db, { proofId }, actor) => {
    const proof = await seenProof(db, proofId, actor);
    return proof && { thing: { programId: proof.requirement.standard.programId }, proof };
  },
  rule: ({ proof }) => allowed(proof),
  save: async (db, { id, requirement }) => ((await deleteProof(db, id)) ? allowed({ standardId: requirement.standard.id, requirementId: requirement.id }) : refused("This proof is gone already.")),
  record: ({ clauseName, note, document, requirement }) => ({ subject: "requirement", subjectId: requirement.id, detail: { reference: requirement.reference, removed: `${document.number} ${clauseName}`, note } }),
});
