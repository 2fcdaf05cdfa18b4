import { allowed, refused, type Refusal, type Ruling } from "../access/ruling";
import { pathRuling, type ApprovalState } from "./approval";
import { dayInWords, daysOn, isDay } from "./business-days";
import { moveDecision, type DecisionMove, type DecisionState } from "./stages";

/** What a head may say in the form of a decision; changes have a page of their own. */
export const answerMoves = ["adopt", "interim", "conclude", "decline", "defer"] as const;
export type AnswerMove = (typeof answerMoves)[number];
export type Answer = { move: AnswerMove; reasons: string; effectiveFrom: string | null; until: string | null; deferredUntil: string | null };

/** An interim order lasts at most this many days. */
export const longestInterim = 366;

/** What the answer depends on. Days are "2026-11-23" in the program's time zone, so that they compare as text. */
export type AskedDecision = {
  state: DecisionState;
  today: string;
  /** The hash of the text as it lies there now, counted again, and the hash it was frozen under. */
  contentHash: string;
  frozenHash: string;
  /** The round that carried the text; null for the first edition, which is not voted on. */
  round: { state: string; carried: boolean; hash: string } | null;
  /** A newer edition that changed the same clauses, so that the carried text would undo it. */
  clash: Clash | null;
  /** The edition made of this proposal, when another agency adopted it first: its hash, counted again, as stored, and the ballot's where it was joined. */
  ownEdition: { number: number; contentHash: string; hash: string; carriedHash: string } | null;
  /** What this agency adopted last. */
  previous: { edition: number; effectiveFrom: string } | null;
  /** Whether the head who answers also wrote the proposal. */
  ownProposal: boolean;
  /** The last day to which the answer may be put off. */
  latestDeferral: string;
  /** The agency's path, as far as it is. */
  stages: readonly { name: string; state: ApprovalState }[];
  /** The first day that the notices to the union allow. */
  notice: { name: string; firstDay: string } | null;
  /** Why a protected minimum of a curriculum stands in the way of the carried text, or of the head's changes of it. */
  minimums: { carried: string | null; changed: string | null };
  /** The head's changes. `over` once the time for comments has passed; `outdated` when the text they change has changed itself; `altered` when they are not what was frozen. */
  changes: { over: boolean; until: string; unconfirmed: boolean; outdated: boolean; altered: boolean } | null;
};

export type Clash = { edition: number; clauses: readonly string[] };
export type DecisionChange = { move: AnswerMove; state: DecisionState; reasons: string; effectiveFrom: string | null; until: string | null; deferredUntil: string | null };

/** Whether the head may answer so: first whether it is still open (409), then the text and the path (409), then how it is said (422, with the field to fix). */
export function decisionRuling(asked: AskedDecision, answer: Answer): Ruling<DecisionChange> {
  const moved = moveDecision(asked.state, answer.move);
  if (!moved.ok) return moved;
  const inForce = putsInForce(answer.move);
  const no = (inForce ? adoptionRefusal(asked, answer.move) : null) ?? reasonsRefusal(answer) ?? dayRefusal(asked, answer);
  if (no) return no;
  return allowed({
    move: answer.move,
    state: moved.value,
    reasons: answer.reasons.trim(),
    effectiveFrom: inForce ? answer.effectiveFrom : null,
    until: answer.move === "interim" ? answer.until : null,
    deferredUntil: answer.move === "defer" ? answer.deferredUntil : null,
  });
}

export function putsInForce(move: DecisionMove): boolean {
  return move === "adopt" || move === "interim" || move === "conclude";
}

/** Why nothing can be adopted whatever is said: the text, the edition, the path. */
export function adoptionRefusal(asked: AskedDecision, move: AnswerMove): Refusal | null {
  const path = pathRuling(asked.stages);
  return textRefusal(asked) ?? (path.ok ? null : path) ?? (move === "conclude" ? (changesRefusal(asked.changes) ?? refusedFor(asked.minimums.changed)) : null);
}

/** Why this text cannot be adopted by this agency, with or without changes; null when it can. */
export function textRefusal({ ownProposal, contentHash, frozenHash, round, clash, ownEdition, previous, minimums }: AskedDecision): Refusal | null {
  if (ownProposal) return refused("You wrote this proposal, so another head of your agency must adopt it.");
  if (contentHash !== frozenHash) return refused("This is not the text that was frozen: its hash differs. Nothing can be adopted until the program has looked into it.");
  if (round && round.hash !== frozenHash) return refused("This is not the text that was voted on: its hash differs from the ballot's.");
  if (round && (round.state !== "closed" || !round.carried)) return refused("This text was not carried by a vote, so no agency can adopt it.");
  if (ownEdition && (ownEdition.contentHash !== ownEdition.hash || (ownEdition.carriedHash || ownEdition.hash) !== frozenHash))
    return refused(`Edition ${ownEdition.number} does not hold the text that was voted on: its hash differs. Nothing can be adopted until the program has looked into it.`);
  if (clash) return refused(clashInWords(clash));
  if (ownEdition && previous && previous.edition > ownEdition.number)
    return refused(`Your agency has already adopted edition ${previous.edition}, which is newer than this one.`);
  return refusedFor(minimums.carried);
}

function refusedFor(reason: string | null): Refusal | null {
  return reason === null ? null : refused(reason);
}

/** Two proposals may carry on one base. Where both change a clause, the second to be adopted would silently take back the first. */
export function clashInWords({ edition, clauses }: Clash): string {
  return `Edition ${edition} was made after this vote and changed the same text${clauses.length > 0 ? ` (${clauses.join(", ")})` : ""}. Adopting this would undo it. Decline with that reason; the change can be proposed again on edition ${edition}.`;
}

function changesRefusal(changes: AskedDecision["changes"]) {
  if (!changes) return refused("There are no changes to conclude.");
  if (changes.unconfirmed) return refused("Somebody of another group has to confirm first that your last change is a typo only.");
  if (changes.altered) return refused("This is not the text that was open for comment: its hash differs. Nothing can be adopted until the program has looked into it.");
  if (changes.outdated) return refused("A newer edition was made since you chose your changes. Go through the clauses again, so that none of it is undone.");
  if (!changes.over) return refused(`Your changes are open for comment until ${dayInWords(changes.until)}. Conclude them after that.`);
  return null;
}

const why: Record<AnswerMove, string> = { adopt: "adopt", interim: "give an interim order", conclude: "adopt with changes", decline: "decline", defer: "defer" };

function reasonsRefusal({ move, reasons }: Answer) {
  if (reasons.trim() !== "") return null;
  return refused(`Please give your reasons. Everyone who voted will read why you ${why[move]}.`, 422, "reasons");
}

function dayRefusal({ today, previous, latestDeferral, notice }: AskedDecision, { move, effectiveFrom, until, deferredUntil }: Answer) {
  if (move === "decline") return null;
  if (move === "defer") {
    if (!isDay(deferredUntil)) return refused("Please give the day by which you will decide.", 422, "deferredUntil");
    if (deferredUntil <= today) return refused("The day to decide must be after today.", 422, "deferredUntil");
    if (deferredUntil > latestDeferral) return refused(`The charter lets a decision be put off until ${dayInWords(latestDeferral)} at most.`, 422, "deferredUntil");
    return null;
  }
  if (!isDay(effectiveFrom)) return refused("Please give the first day on which the edition is in force.", 422, "effectiveFrom");
  if (effectiveFrom < today) return refused("An edition cannot come into force before today.", 422, "effectiveFrom");
  if (notice && effectiveFrom < notice.firstDay) return refused(`${notice.name} lets this come into force on ${dayInWords(notice.firstDay)} at the earliest.`, 422, "effectiveFrom");
  if (previous && effectiveFrom <= previous.effectiveFrom)
    return refused(`Edition ${previous.edition} comes into force on ${dayInWords(previous.effectiveFrom)}. The next one must start on a later day, so that never two are in force.`, 422, "effectiveFrom");
  if (move !== "interim") return null;
  if (!isDay(until)) return refused("Please give the last day of the interim order.", 422, "until");
  if (until < effectiveFrom) return refused("The last day of an interim order cannot be before its first.", 422, "until");
  if (until > daysOn(effectiveFrom, longestInterim)) return refused("An interim order lasts a year at most. Adopt the edition for good instead.", 422, "until");
  return null;
}
