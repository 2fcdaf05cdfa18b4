import { allowed, refused, type Ruling } from "../access/ruling";

/** What one stage of an agency's path is doing for one text. */
export const approvalStates = ["waiting", "open", "done", "skipped"] as const;
export const approvalMoves = ["begin", "sign", "finish", "skip", "restart"] as const;
export type ApprovalState = (typeof approvalStates)[number];
export type ApprovalMove = (typeof approvalMoves)[number];

export const approvalStateNames: Record<ApprovalState, string> = { waiting: "Not its turn yet", open: "Waiting for sign-off", done: "Signed off", skipped: "Skipped" };

/** The state after the move, or the sentence that refuses it (409). A stage that restarts waits until it is its turn again. */
export function moveApproval(state: ApprovalState, move: ApprovalMove): Ruling<ApprovalState> {
  return MOVES[state][move];
}

export function readApprovalState(state: string): ApprovalState {
  const known = approvalStates.find((name) => name === state);
  if (!known) throw new Error(`A stage has the unknown state ${state}.`);
  return known;
}

const begun = refused("This stage has begun already.");

const MOVES: Record<ApprovalState, Record<ApprovalMove, Ruling<ApprovalState>>> = {
  waiting: {
    begin: allowed("open"),
    sign: refused("It is not this stage's turn yet: a stage before it is not done."),
    finish: refused("It is not this stage's turn yet: a stage before it is not done."),
    skip: allowed("skipped"),
    restart: allowed("waiting"),
  },
  open: { begin: begun, sign: allowed("open"), finish: allowed("done"), skip: allowed("skipped"), restart: allowed("waiting") },
  done: {
    begin: begun,
    sign: refused("This stage is signed off already."),
    finish: refused("This stage is signed off already."),
    skip: refused("This stage is signed off already, so it cannot be skipped."),
    restart: allowed("waiting"),
  },
  skipped: {
    begin: refused("This stage was skipped."),
    sign: refused("This stage was skipped. Its reason is on record."),
    finish: refused("This stage was skipped. Its reason is on record."),
    skip: refused("This stage was skipped already."),
    restart: allowed("waiting"),
  },
};

export type OnPath = { id: string; step: number; state: ApprovalState };

/** The stages whose turn it is now: those still waiting in the first step that is not done. Stages of one step run side by side. */
export function toBegin<Stage extends OnPath>(stages: readonly Stage[]): Stage[] {
  const unfinished = stages.filter(({ state }) => state === "waiting" || state === "open");
  const step = Math.min(...unfinished.map((stage) => stage.step));
  return unfinished.filter((stage) => stage.step === step && stage.state === "waiting");
}

/** Whether all approvers have signed, so that the stage is done. */
export function allSigned(approverIds: readonly string[], signedIds: readonly string[]): boolean {
  return approverIds.length > 0 && approverIds.every((id) => signedIds.includes(id));
}

export function isSettled(state: ApprovalState): boolean {
  return state === "done" || state === "skipped";
}

/** Whether the way to the head's adoption is free; otherwise the sentence that names what is missing (409). */
export function pathRuling(stages: readonly { name: string; state: ApprovalState }[]): Ruling<true> {
  const missing = stages.filter(({ state }) => !isSettled(state)).map(({ name }) => name);
  if (missing.length === 0) return allowed(true);
  return refused(`${inWords(missing)} ${missing.length === 1 ? "is" : "are"} not done yet. Wait for the sign-off, or skip the stage with a reason.`);
}

function inWords(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
