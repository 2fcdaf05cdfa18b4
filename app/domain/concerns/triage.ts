import { allowed, refused, type Ruling } from "../access/ruling";

/** What should be done about a concern. */
export const verdicts = ["take-up", "answer", "elsewhere"] as const;
export type Verdict = (typeof verdicts)[number];

export const verdictNames: Record<Verdict, string> = {
  "take-up": "Take it up in a proposal",
  answer: "Answer it",
  elsewhere: "It belongs elsewhere",
};

export const concernStates = ["waiting", "settled"] as const;
export type ConcernState = (typeof concernStates)[number];

type Reading = { personId: string; groupId: string; verdict: string };

/**
 * Whether a person may add their reading, and what comes of it: two people of different groups who want the same settle a concern.
 * Until then it waits for more readings; nobody reads twice.
 */
export function triageRuling(state: ConcernState, before: readonly Reading[], reading: Reading): Ruling<ConcernState> {
  if (state === "settled") return refused("Two people have settled this concern. Its answer stands.");
  if (before.some(({ personId }) => personId === reading.personId)) return refused("You have read this concern. It waits for somebody of another group.");
  const agrees = before.some(({ groupId, verdict }) => groupId !== reading.groupId && verdict === reading.verdict);
  return allowed(agrees ? "settled" : "waiting");
}

/** A concern is taken up in a proposal once two people have settled it. */
export function takeUpRuling({ state }: { state: ConcernState }): Ruling<true> {
  return state === "settled" ? allowed(true) : refused("Two people of different groups settle a concern first.");
}

export function readConcernState(word: string): ConcernState {
  const state = concernStates.find((known) => known === word);
  if (!state) throw new Error(`Unknown state of a concern ${word}`);
  return state;
}

export function readVerdict(word: string): Verdict {
  const verdict = verdicts.find((known) => known === word);
  if (!verdict) throw new Error(`Unknown verdict ${word}`);
  return verdict;
}

/** The Monday of the week that a day ("2026-11-24") is in: all that is kept of when a concern came. */
export function weekOf(day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() - ((at.getUTCDay() + 6) % 7));
  return at.toISOString().slice(0, 10);
}
