import { z } from "zod";
import { sessionId, signed, useSignature } from "~/commands/access/signature.server";
import { command } from "~/commands/command.server";
import { allowed, refused, type Refusal } from "~/domain/access/ruling";
import { dueAfter } from "~/domain/decisions/clock";
import { textRefusal } from "~/domain/decisions/decide";
import { moveDecision } from "~/domain/decisions/stages";
import { chosenText } from "~/editor/clause-choices";
import { hashOf } from "~/editor/canonical.server";
import type { DocumentNode } from "~/editor/schema/document-node";
import { proofOf } from "~/store/access.server";
import { saveAgencyText } from "~/store/agency-texts.server";
import { createFrozenText, saveAnswer, textInForce } from "~/store/decisions.server";
import { restartStages } from "~/store/stages.server";
import { isPerson } from "~/store/voting.server";
import { loadDecision } from "./load-decision.server";
import { tellOfDecision } from "./tell-of-decision.server";

/** Partners comment on an agency's changes this long, and the head then has this long to answer. In days. */
export const commentDays = 14;
const answerDays = 7;

const choice = z.strictObject({
  clauseId: z.string().max(64),
  choice: z.enum(["take", "leave", "reword"], { error: "Choose what becomes of this clause." }),
  words: z.string().max(40_000, "Keep the words of a clause below 40,000 characters.").default(""),
  reason: z.string().trim().max(4_000, "Keep the reason below 4,000 characters.").default(""),
});

/** The head takes some clauses of the carried text and leaves out or words anew others: partners comment before it can be adopted, and what it invalidates is signed off again. */
export const changeText = command("decision.make", {
  input: z.strictObject({ decisionId: z.string().min(1), choices: z.array(choice).max(500), reasons: z.string().trim().max(20_000, "Keep the reasons below 20,000 characters.").default(""), typoOnly: z.enum(["yes", "no"]).default("no"), sessionId }),
  load: async (db, { decisionId, sessionId }, actor) => {
    const loaded = await loadDecision(db, decisionId, actor);
    if (!loaded) return null;
    const { decision, today } = loaded;
    const held = await textInForce(db, { documentId: decision.documentId, organizationId: decision.organizationId, day: today });
    return { ...loaded, before: (held ?? decision.proposal?.baseEdition.frozenText.content ?? { type: "doc", content: [] }) as DocumentNode, proof: await proofOf(db, sessionId) };
  },
  rule: ({ asked, text, hash, before, decision, standing, proof }, { choices, reasons, typoOnly, sessionId }, { actor, now }) => {
    const moved = moveDecision(decision.outcome, "change");
    if (!moved.ok) return moved;
    const no = textRefusal(asked);
    if (no) return no;
    if (!text.ok) return refused("This text cannot be adopted, so it cannot be changed either.");
    const fields = reasonsMissing(choices, reasons);
    if (fields) return fields;
    const chosen = chosenText(before, text.content, choices);
    if (!chosen.ok) return refused(chosen.reason, 422, chosen.clauseId ? `${chosen.field}:${chosen.clauseId}` : "choices");
    if (chosen.changed.length === 0) return refused("Nothing is changed. To take everything as carried, adopt it.", 422, "choices");
    const newHash = hashOf(chosen.content);
    if (standing?.frozenText.hash === newHash) return refused("These are the changes that are open for comment already.", 422, "choices");
    const isTypo = typoOnly === "yes";
    // Confirmed as a typo, the text goes on under the comments that are running.
    const commentUntil = isTypo && standing ? standing.commentUntil : dueAfter(now, commentDays);
    const change = { content: chosen.content, hash: newHash, basisHash: hash, changed: chosen.changed, reasons, isTypo, commentUntil };
    return signed(change, { sessionId, proof, actor, now });
  },
  save: async (db, { signature, content, hash, basisHash, changed, reasons, isTypo, commentUntil }, { actor, now }, { decision }) => {
    if (!isPerson(actor)) return refused("Only the head of this agency decides for it.", 403);
    const used = await useSignature(db, signature);
    if (!used.ok) return used;
    const answerBy = dueAfter(commentUntil, answerDays);
    const answer = { state: "inComment", reasons, effectiveFrom: null, deferredUntil: null, dueAt: answerBy > decision.dueAt ? answerBy : decision.dueAt, decidedById: actor.personId, decidedAt: now, signedHash: hash, signedFrom: signature.from };
    if (!(await saveAnswer(db, decision.id, decision.outcome, answer))) return refused("Someone was first: this decision has already been made.");
    const { id: frozenTextId } = await createFrozenText(db, { documentId: decision.documentId, content, hash, frozenAt: now });
    const number = (decision.texts.at(-1)?.number ?? 0) + 1;
    const row = { decisionId: decision.id, number, frozenTextId, basisHash, choices: changed, state: isTypo ? ("awaiting" as const) : ("standing" as const), typoOnly: isTypo, madeById: actor.personId, madeAt: now, signedFrom: signature.from, commentUntil };
    if (!(await saveAgencyText(db, row))) return refused("Someone was first: other changes were saved a moment ago.");
    if (!isTypo) await restartStages(db, decision.id, now);
    await tellOfDecision(db, decision, { state: "inComment", reasons, cause: `inComment:${number}`, typo: isTypo });
    return allowed({ decisionId: decision.id, number });
  },
  record: ({ signature, hash, basisHash, changed, reasons, isTypo, commentUntil }, { decisionId, number }, { decision }) => ({
    subject: "decision",
    subjectId: decisionId,
    detail: { state: "inComment", agency: decision.organization.name, number, hash, basisHash, changed, reasons, typoOnly: isTypo, commentUntil, signedFrom: signature.from },
  }),
});

/** Every clause that is not taken as carried has its reason, and the whole has one. */
function reasonsMissing(choices: readonly { clauseId: string; choice: string; reason: string }[], reasons: string): Refusal | null {
  const fields: Record<string, string[]> = {};
  for (const { clauseId, choice, reason } of choices) if (choice !== "take" && reason === "") fields[`reason:${clauseId}`] = ["Say why. Everyone who voted reads it."];
  if (reasons === "") fields.reasons = ["Please give your reasons. Everyone who voted will read why you change the carried text."];
  const first = Object.values(fields)[0]?.[0];
  return first ? { ...refused(first, 422), fields } : null;
}
