import { z } from "zod";
import { anchorWaiting } from "~/commands/comments/anchor-waiting.server";
import { command } from "~/commands/command.server";
import { sessionId, signed, useSignature } from "~/commands/access/signature.server";
import type { Actor } from "~/domain/access/may";
import { allowed, refused } from "~/domain/access/ruling";
import { dueAfter } from "~/domain/decisions/clock";
import { decisionRuling, type AskedDecision } from "~/domain/decisions/decide";
import { lacksRights, rightsMissing } from "~/domain/documents/copyright";
import { decisionMoves } from "~/domain/decisions/stages";
import { dayOf, instantOf } from "~/domain/voting/deadline";
import { hashOf } from "~/editor/canonical.server";
import { databaseTime, type Database } from "~/store/database.server";
import { allDeclined, createAdoption, editionOf, latestEditionNumber, latestRules, lockDecision, previousAdoption, saveAnswer, type DecisionRow } from "~/store/decisions.server";
import { draftIdOf, setFrozen } from "~/store/drafting.server";
import { proofOf } from "~/store/access.server";
import { tell } from "~/store/notices.server";
import { isPerson, readRules, votersOf } from "~/store/voting.server";

const day = z.string().trim().default("");

/** The head of an agency adopts, declines or defers, with reasons that every voter reads. */
export const makeDecision = command("decision.make", {
  input: z.strictObject({
    decisionId: z.string().min(1),
    move: z.enum(decisionMoves, { error: "Choose adopt, decline or defer." }),
    reasons: z.string().trim().max(20_000, "Keep the reasons below 20,000 characters.").default(""),
    effectiveFrom: day,
    deferredUntil: day,
    sessionId,
  }),
  load: async (db, { decisionId, sessionId }, actor) => {
    const decision = await lockDecision(db, decisionId);
    if (!decision) return null;
    const { programId, organizationId } = decision;
    return { thing: { programId, organizationId }, decision, asked: await askedDecision(db, decision, actor, await databaseTime(db)), proof: await proofOf(db, sessionId) };
  },
  rule: ({ asked, decision, proof }, { move, reasons, effectiveFrom, deferredUntil, sessionId }, { actor, now }) => {
    // Adopting a public document puts its text on the shelf.
    if (move === "adopt" && decision.document.visibility === "public" && lacksRights(decision.document)) return refused(rightsMissing);
    const ruling = decisionRuling(asked, { move, reasons, effectiveFrom: effectiveFrom || null, deferredUntil: deferredUntil || null });
    return ruling.ok ? signed(ruling.value, { sessionId, proof, actor, now }) : ruling;
  },
  save: async (db, { signature, ...change }, { actor, now }, { decision }) => {
    if (!isPerson(actor)) return refused("Only the head of this agency decides for it.", 403);
    const used = await useSignature(db, signature);
    if (!used.ok) return used;
    const signedFor = { signedHash: decision.frozenText.hash, signedFrom: signature.from };
    if (!(await saveAnswer(db, decision.id, { ...change, ...signedFor, dueAt: dueNow(decision, change.deferredUntil), decidedById: actor.personId, decidedAt: now }))) return refused("Someone was first: this decision has already been made.");
    const edition = change.state === "adopted" && change.effectiveFrom ? await adopt(db, decision, change.effectiveFrom, now) : null;
    if (edition && !edition.ok) return edition;
    // The draft of a first edition that nobody wants goes back to its writers.
    if (!decision.roundId && (await allDeclined(db, decision.frozenTextId))) {
      const draftId = await draftIdOf(db, { documentId: decision.documentId });
      if (draftId) {
        await setFrozen(db, draftId, false);
        await anchorWaiting(db, draftId, actor.personId);
      }
    }
    await tellEveryone(db, decision, change);
    return allowed({ decisionId: decision.id, edition: edition?.value ?? null });
  },
  record: ({ signature, ...change }, { edition }, { decision }) => ({
    subject: "decision",
    subjectId: decision.id,
    detail: { ...change, signedFrom: signature.from, agency: decision.organization.name, document: decision.document.number, proposalId: decision.proposalId, hash: decision.frozenText.hash, edition },
  }),
});

/** A deferral moves the clock to the end of its day, and never makes it shorter. */
function dueNow({ dueAt, timeZone }: DecisionRow, deferredUntil: string | null): Date {
  const until = deferredUntil && instantOf(`${deferredUntil}T23:59`, timeZone, "deferredUntil");
  return until && until.ok && until.value > dueAt ? until.value : dueAt;
}

/** Everything the ruling depends on, as it stands in this transaction. */
export async function askedDecision(db: Database, decision: DecisionRow, actor: Actor, now: Date): Promise<AskedDecision> {
  const { round, proposal, frozenText, documentId, organizationId, timeZone } = decision;
  const rules = readRules(round ? round.charter.rules : await latestRules(db, decision.programId));
  return {
    state: decision.outcome,
    today: dayOf(now, timeZone),
    contentHash: hashOf(frozenText.content),
    frozenHash: frozenText.hash,
    round: round && { state: round.state, carried: round.result?.carried === true, hash: (round.frozenText?.hash ?? "") },
    latestEdition: await latestEditionNumber(db, documentId),
    baseEdition: proposal?.baseEdition.number ?? null,
    ownEdition: frozenText.edition?.number ?? null,
    previous: await previousAdoption(db, documentId, organizationId),
    ownProposal: isPerson(actor) && proposal?.authorId === actor.personId,
    latestDeferral: dayOf(dueAfter(now, rules.daysToDecide), timeZone),
  };
}

async function adopt(db: Database, decision: DecisionRow, effectiveFrom: string, at: Date) {
  const { id: decisionId, documentId, organizationId, frozenTextId, proposalId, frozenText } = decision;
  const edition = await editionOf(db, { documentId, frozenTextId, hash: frozenText.hash, proposalId, at });
  const adopted = await createAdoption(db, { documentId, editionId: edition.id, organizationId, decisionId, effectiveFrom });
  return adopted ? allowed(edition.number) : refused("Another edition already starts on that day for your agency. Choose a later day.", 409, "effectiveFrom");
}

const SAID = { adopted: "adopted", declined: "declined", deferred: "put off its decision on", pending: "was asked about" } as const;

async function tellEveryone(db: Database, decision: DecisionRow, { state, reasons }: { state: keyof typeof SAID; reasons: string }): Promise<void> {
  const { id, programId, organization, proposal, document, round } = decision;
  const about = proposal ? `proposal ${proposal.number}, ${proposal.title}` : `${document.number}, ${document.title}`;
  const personIds = round ? [...(await votersOf(db, round.id)), ...(proposal ? [proposal.authorId] : [])] : [document.createdById];
  await tell(db, { programId, personIds, body: `${organization.name} ${SAID[state]} ${about}. Reasons: ${reasons}`, path: `/decisions/${id}`, cause: `decision.make:${id}:${state}` });
}
