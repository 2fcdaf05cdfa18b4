import type { CharterRules } from "./charter";
import { isObjection, positions, type BallotKind } from "./kinds";
import { isOverdue, moveRound, type Refusal, type RoundState } from "./stages";

/** The seat a person votes from. Leave `castBy` out for its holder. */
export type VoterSeat = {
  voting: boolean;
  filled: boolean;
  recused?: boolean;
  castBy?: "holder" | "alternate";
  holderHasVoted?: boolean;
};

export type CastRequest = {
  rules: Pick<CharterRules, "reasons">;
  /** As `readMarks` gives it. */
  choice: string;
  reason: string;
  seat: VoterSeat;
  onRoll: boolean;
  /** The day the roll was fixed, in the program's own time zone, ready to read: "March 2, 2026". */
  rollFixedOn: string;
  roundState: RoundState;
  now: Date;
  closesAt: Date;
};

/**
 * Whether this vote may be cast or changed now: who (403) before when (409) before how (422, with the field to fix).
 * A vote that arrives at `closesAt` is late.
 */
export function castRuling(request: CastRequest): { ok: true } | Refusal {
  return seatRefusal(request) ?? timeRefusal(request) ?? reasonRefusal(request) ?? { ok: true };
}

function seatRefusal({ seat, onRoll, rollFixedOn }: CastRequest): Refusal | undefined {
  if (!seat.voting) return refuse(403, "Your seat is a non-voting seat. You can comment and suggest edits, but not vote.");
  if (!onRoll) return refuse(403, `The roll was fixed on ${rollFixedOn}, and your seat is not on it. You can vote in the next round.`);
  if (!seat.filled) return refuse(403, "This seat is vacant, so nobody can vote from it.");
  if (seat.recused) return refuse(403, "This seat is recused from this vote, so it cannot vote here.");
  return undefined;
}

function timeRefusal({ seat, roundState, now, closesAt }: CastRequest): Refusal | undefined {
  const move = moveRound(isOverdue({ state: roundState, now, closesAt }) ? "closed" : roundState, "cast");
  if (!move.ok) return move;
  if (seat.castBy === "alternate" && seat.holderHasVoted) {
    return refuse(409, "The holder of this seat has already voted. An alternate can vote only when the holder has not.");
  }
  return undefined;
}

/** The choices that need a reason where others do not, each with the sentence that asks for it. */
export function reasonsToGive(kind: BallotKind, reasons: CharterRules["reasons"]): Record<string, string> {
  const choices = ["object", ...Object.values(positions).flat().map(({ value }) => value)];
  if (reasons === "required" || !(kind === "consent" || kind === "agreement" || kind === "sense")) return {};
  return Object.fromEntries(choices.flatMap((choice) => [reasonRefusal({ rules: { reasons }, choice, reason: "" })].flatMap((refusal) => (refusal ? [[choice, refusal.reason]] : []))));
}

function reasonRefusal({ rules, choice, reason }: Pick<CastRequest, "rules" | "choice" | "reason">): Refusal | undefined {
  if (reason.trim() !== "" || rules.reasons === "off") return undefined;
  if (rules.reasons === "required") return { ...refuse(422, "Please give a reason. Every vote needs one."), field: "reason" };
  if (choice === "block") return { ...refuse(422, "Please say why you block. One block stops the change, so the others need to know."), field: "reason" };
  if (rules.reasons === "required-to-object" && isObjection(choice)) {
    return { ...refuse(422, "Please say why you object, so that the authors can answer it."), field: "reason" };
  }
  return undefined;
}

function refuse(status: Refusal["status"], reason: string): Refusal {
  return { ok: false, reason, status };
}
