import { allowed, refused, type Refusal, type Ruling } from "../access/ruling";

/** Planned: only its agenda is being made. Noticed: everybody was told. Held: its minutes are published. */
export const meetingStates = ["planned", "noticed", "held", "cancelled"] as const;
export const meetingMoves = ["agenda", "notice", "record", "minute", "cancel"] as const;
export type MeetingState = (typeof meetingStates)[number];
export type MeetingMove = (typeof meetingMoves)[number];

export const meetingStateNames: Record<MeetingState, string> = { planned: "Planned", noticed: "Noticed", held: "Held", cancelled: "Cancelled" };

/** The state after the move, or the sentence that refuses it (409). */
export function moveMeeting(state: MeetingState, move: MeetingMove): Ruling<MeetingState> {
  return machine[state][move];
}

/** A stored state. A word this build does not know is a fault, not a guess. */
export function readMeetingState(word: string): MeetingState {
  const state = meetingStates.find((known) => known === word);
  if (!state) throw new Error(`Unknown state of a meeting ${word}`);
  return state;
}

const unnoticed = refused("Publish the notice of this meeting first.");
const over = (said: string): Record<MeetingMove, Refusal> => ({
  agenda: refused(`${said} Its agenda stands as it was.`),
  notice: refused(said),
  record: refused(`${said} Nothing more is entered.`),
  minute: refused(said),
  cancel: refused(`${said} It can no longer be cancelled.`),
});

const machine: Record<MeetingState, Record<MeetingMove, Ruling<MeetingState>>> = {
  planned: { agenda: allowed("planned"), notice: allowed("noticed"), record: unnoticed, minute: unnoticed, cancel: allowed("cancelled") },
  noticed: {
    agenda: refused("The notice told everybody this agenda, so it stays as it is."),
    notice: refused("The notice of this meeting is published already."),
    record: allowed("noticed"),
    minute: allowed("held"),
    cancel: allowed("cancelled"),
  },
  held: over("The minutes of this meeting are published."),
  cancelled: over("This meeting was cancelled."),
};
