import { allowed, refused, type Ruling } from "../access/ruling";
import { moveDecision, type DecisionMove, type DecisionState } from "./stages";

export type Answer = { move: DecisionMove; reasons: string; effectiveFrom: string | null; deferredUntil: string | null };

/** What the answer depends on. Days are "2026-11-23" in the program's time zone, so that they compare as text. */
export type AskedDecision = {
  state: DecisionState;
  today: string;
  /** The hash of the text as it lies there now, counted again, and the hash it was frozen under. */
  contentHash: string;
  frozenHash: string;
  /** The round that carried the text; null for the first edition, which is not voted on. */
  round: { state: string; carried: boolean; hash: string } | null;
  /** The latest edition of the document, and the one the voted text was written on. */
  latestEdition: number | null;
  baseEdition: number | null;
  /** The edition made of this very text, when another agency adopted it first. */
  ownEdition: number | null;
  /** What this agency adopted last. */
  previous: { edition: number; effectiveFrom: string } | null;
  /** Whether the head who answers also wrote the proposal. */
  ownProposal: boolean;
  /** The last day to which the answer may be put off. */
  latestDeferral: string;
};

export type DecisionChange = { state: DecisionState; reasons: string; effectiveFrom: string | null; deferredUntil: string | null };

/** Whether the head may answer so: first whether it is still open (409), then the text (409), then how it is said (422, with the field to fix). */
export function decisionRuling(asked: AskedDecision, answer: Answer): Ruling<DecisionChange> {
  const moved = moveDecision(asked.state, answer.move);
  if (!moved.ok) return moved;
  const no = (answer.move === "adopt" ? textRefusal(asked) : null) ?? reasonsRefusal(answer) ?? dayRefusal(asked, answer);
  if (no) return no;
  return allowed({
    state: moved.value,
    reasons: answer.reasons.trim(),
    effectiveFrom: answer.move === "adopt" ? answer.effectiveFrom : null,
    deferredUntil: answer.move === "defer" ? answer.deferredUntil : null,
  });
}

function textRefusal({ ownProposal, contentHash, frozenHash, round, latestEdition, baseEdition, ownEdition, previous }: AskedDecision) {
  if (ownProposal) return refused("You wrote this proposal, so another head of your agency must adopt it.");
  if (contentHash !== frozenHash) return refused("This is not the text that was frozen: its hash differs. Nothing can be adopted until the program has looked into it.");
  if (round && round.hash !== frozenHash) return refused("This is not the text that was voted on: its hash differs from the ballot's.");
  if (round && (round.state !== "closed" || !round.carried)) return refused("This text was not carried by a vote, so no agency can adopt it.");
  const undone = undoneByAdoption({ ownEdition, latestEdition, baseEdition });
  if (undone) return refused(undone);
  if (previous && ownEdition !== null && previous.edition >= ownEdition)
    return refused(`Your agency has already adopted edition ${previous.edition}, which is not older than this one.`);
  return null;
}

/** Two proposals may carry on one base. The second to be adopted would silently take back the first: why it cannot be, or null. */
export function undoneByAdoption({ ownEdition, latestEdition, baseEdition }: Pick<AskedDecision, "ownEdition" | "latestEdition" | "baseEdition">): string | null {
  if (ownEdition !== null || latestEdition === baseEdition) return null;
  return `Edition ${latestEdition} was made after this vote, and adopting this text would undo it. Decline with that reason; the change can be proposed again on edition ${latestEdition}.`;
}

function reasonsRefusal({ move, reasons }: Answer) {
  if (reasons.trim() !== "") return null;
  return refused(`Please give your reasons. Everyone who voted will read why you ${move}.`, 422, "reasons");
}

function dayRefusal({ today, previous, latestDeferral }: AskedDecision, { move, effectiveFrom, deferredUntil }: Answer) {
  if (move === "decline") return null;
  if (move === "defer") {
    if (!isDay(deferredUntil)) return refused("Please give the day by which you will decide.", 422, "deferredUntil");
    if (deferredUntil <= today) return refused("The day to decide must be after today.", 422, "deferredUntil");
    if (deferredUntil > latestDeferral) return refused(`The charter lets a decision be put off until ${latestDeferral} at most.`, 422, "deferredUntil");
    return null;
  }
  if (!isDay(effectiveFrom)) return refused("Please give the first day on which the edition is in force.", 422, "effectiveFrom");
  if (effectiveFrom < today) return refused("An edition cannot come into force before today.", 422, "effectiveFrom");
  if (previous && effectiveFrom <= previous.effectiveFrom)
    return refused(`Edition ${previous.edition} comes into force on ${previous.effectiveFrom}. The next one must start on a later day, so that never two are in force.`, 422, "effectiveFrom");
  return null;
}

function isDay(text: string | null): text is string {
  return text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
}
