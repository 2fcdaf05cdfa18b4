import { refused, type Refusal } from "../access/ruling";

/** Where a mail is on its way. "kept": there is no mail server, so it stays here to be read. "left": it was not to be sent any more. */
export const mailStates = ["waiting", "sending", "sent", "kept", "left", "failed"] as const;
export const mailMoves = ["claim", "deliver", "keep", "leave", "postpone", "fail"] as const;
export type MailState = (typeof mailStates)[number];
export type MailMove = (typeof mailMoves)[number];

/** How long a worker may hold a mail before another takes it over, and how long one is tried at all: milliseconds. */
export const lease = 120_000;
export const longestTrying = 4 * 86_400_000;

/** The state after the move, or why there is none (409). A mail that a killed worker left in "sending" is claimed again. */
export function moveMail(state: MailState, move: MailMove): { ok: true; to: MailState } | Refusal {
  const to = moves[state][move];
  return to ? { ok: true, to } : refused(`A mail that is ${state} cannot be put to "${move}".`);
}

/** Milliseconds until the next try after so many: a minute, two, four, and at most three hours. */
export function pauseAfter(attempts: number): number {
  return Math.min(60_000 * 2 ** Math.max(0, attempts - 1), 3 * 3_600_000);
}

/** What a failed try means: a server that says "never" (5xx) is believed, anything else is tried again for four days. */
export function moveAfterFailure({ permanent, createdAt, now }: { permanent: boolean; createdAt: Date; now: Date }): "postpone" | "fail" {
  return permanent || now.getTime() - createdAt.getTime() >= longestTrying ? "fail" : "postpone";
}

/** A stored state; throws at one that this build does not know. */
export function readMailState(word: string): MailState {
  const state = mailStates.find((known) => known === word);
  if (!state) throw new Error(`Unknown state of a mail: ${word}`);
  return state;
}

const ended = {};

const moves: Record<MailState, Partial<Record<MailMove, MailState>>> = {
  waiting: { claim: "sending" },
  sending: { claim: "sending", deliver: "sent", keep: "kept", leave: "left", postpone: "waiting", fail: "failed" },
  sent: ended,
  kept: ended,
  left: ended,
  failed: ended,
};
