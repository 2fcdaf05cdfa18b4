import { z } from "zod";
import { sessionId, signed, useSignature } from "~/commands/access/signature.server";
import { anchorWaiting } from "~/commands/comments/anchor-waiting.server";
import { command } from "~/commands/command.server";
import { followEdition } from "~/commands/crosswalk/follow-edition.server";
import { allowed, refused } from "~/domain/access/ruling";
import { answerMoves, decisionRuling, putsInForce, type DecisionChange } from "~/domain/decisions/decide";
import { lacksRights, rightsMissing } from "~/domain/documents/copyright";
import { instantOf } from "~/domain/voting/deadline";
import { proofOf } from "~/store/access.server";
import type { Database } from "~/store/database.server";
import { allDeclined, createAdoption, createEdition, createFrozenText, restartOthers, saveAnswer } from "~/store/decisions.server";
import { draftIdOf, setFrozen } from "~/store/drafting.server";
import { isPerson } from "~/store/voting.server";
import { askToRead } from "./ask-to-read.server";
import { loadDecision } from "./load-decision.server";
import { tellOfDecision } from "./tell-of-decision.server";

const day = z.string().trim().default("");
type Loaded = NonNullable<Awaited<ReturnType<typeof loadDecision>>>;

/** The head of an agency adopts, gives an interim order, concludes changes, declines or defers, signed and with reasons that every voter reads. */
export const makeDecision = command("decision.make", {
  input: z.strictObject({
    decisionId: z.string().min(1),
    move: z.enum(answerMoves, { error: "Choose what you decide." }),
    reasons: z.string().trim().max(20_000, "Keep the reasons below 20,000 characters.").default(""),
    effectiveFrom: day,
    until: day,
    deferredUntil: day,
    sessionId,
  }),
  load: async (db, { decisionId, sessionId }, actor) => {
    const loaded = await loadDecision(db, decisionId, actor);
    return loaded && { ...loaded, proof: await proofOf(db, sessionId) };
  },
  rule: ({ asked, decision, proof }, { move, reasons, effectiveFrom, until, deferredUntil, sessionId }, { actor, now }) => {
    // Adopting a public document puts its text on the shelf.
    if (putsInForce(move) && decision.document.visibility === "public" && lacksRights(decision.document)) return refused(rightsMissing);
    const ruling = decisionRuling(asked, { move, reasons, effectiveFrom: effectiveFrom || null, until: until || null, deferredUntil: deferredUntil || null });
    return ruling.ok ? signed(ruling.value, { sessionId, proof, actor, now }) : ruling;
  },
  save: async (db, { signature, ...change }, { actor, now }, loaded) => {
    const { decision } = loaded;
    if (!isPerson(actor)) return refused("Only the head of this agency decides for it.", 403);
    const used = await useSignature(db, signature);
    if (!used.ok) return used;
    const { state, reasons, effectiveFrom, deferredUntil } = change;
    const signedHash = signedFor(change, loaded);
    const answer = { state, reasons, effectiveFrom, deferredUntil, dueAt: dueNow(loaded, change), decidedById: actor.personId, decidedAt: now, signedHash, signedFrom: signature.from };
    if (!(await saveAnswer(db, decision.id, decision.outcome, answer))) return refused("Someone was first: this decision has already been made.");
    const edition = putsInForce(change.move) ? await adopt(db, loaded, change, now) : null;
    if (edition && !edition.ok) return edition;
    // The draft of a first edition that nobody wants goes back to its writers.
    if (!decision.roundId && (await allDeclined(db, decision.frozenTextId))) {
      const draftId = await draftIdOf(db, { documentId: decision.documentId });
      if (draftId) {
        await setFrozen(db, draftId, false);
        await anchorWaiting(db, draftId, actor.personId);
      }
    }
    await tellOfDecision(db, decision, { state, reasons });
    if (edition) await askToRead(db, decision, edition.value);
    return allowed({ decisionId: decision.id, edition: edition?.value ?? null, signedHash });
  },
  record: ({ signature, ...change }, { edition, signedHash }, { decision }) => ({
    subject: "decision",
    subjectId: decision.id,
    detail: { ...change, signedFrom: signature.from, agency: decision.organization.name, document: decision.document.number, proposalId: decision.proposalId, hash: decision.frozenText.hash, signedHash, edition },
  }),
});

/** The hash of the text that the signature is under. */
function signedFor({ move }: DecisionChange, { decision, hash, standing }: Loaded): string {
  if (move === "conclude" && standing) return standing.frozenText.hash;
  return putsInForce(move) ? hash : decision.frozenText.hash;
}

/** A deferral moves the clock to the end of its day and never makes it shorter; an interim order is answered for good before its last day is over. */
function dueNow({ decision: { dueAt, timeZone } }: Loaded, { deferredUntil, until }: DecisionChange): Date {
  const day = deferredUntil ?? until;
  const end = day && instantOf(`${day}T23:59`, timeZone, "deferredUntil");
  return end && end.ok && (until || end.value > dueAt) ? end.value : dueAt;
}

async function adopt(db: Database, { decision, made, text, hash, standing }: Loaded, { move, effectiveFrom, until }: DecisionChange, at: Date) {
  const { id: decisionId, documentId, organizationId, frozenTextId, proposalId, frozenText } = decision;
  if (!text.ok || !effectiveFrom) return refused("This text cannot be adopted as it stands.");
  const isVoted = hash === frozenText.hash;
  const edition = made ?? (await createEdition(db, { documentId, frozenTextId: isVoted ? frozenTextId : (await createFrozenText(db, { documentId, content: text.content, hash, frozenAt: at })).id, hash, carriedHash: isVoted ? "" : frozenText.hash, proposalId, at }));
  if (!made) {
    await restartOthers(db, { documentId, frozenTextId, at });
    await followEdition(db, { programId: decision.programId, number: decision.document.number }, { documentId, edition: edition.number, content: text.content });
  }
  const ownTextId = move === "conclude" ? (standing?.frozenText.id ?? null) : null;
  const adopted = await createAdoption(db, { documentId, editionId: edition.id, organizationId, decisionId, effectiveFrom, until, ownTextId });
  return adopted ? allowed(edition.number) : refused("Another edition already starts on that day for your agency. Choose a later day.", 409, "effectiveFrom");
}
