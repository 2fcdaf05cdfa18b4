import type { Pen, PersonHere } from "~/domain/drafting/frames";

/** What the page shows about the text being written. */
export type DraftingState = {
  saving: "saving" | "saved" | "not-saved" | "offline";
  pen: Pen;
  /** Why one may not write now, or why the text is not sent. */
  reason: string | null;
  people: PersonHere[];
  more: number;
  /** Words that are not stored and may need copying. */
  unsent: string | null;
  mustReload: boolean;
  /** What is kept here was refused, or was written on another version of the program: it will not go into the text, however often it is sent. */
  stuck: boolean;
  /** False once the line to the server is gone. */
  connected: boolean;
  /** The session is over: signing in again in this page goes on where one was. */
  signedOut: boolean;
  /** False when this device keeps nothing of what is not stored. */
  keeps: boolean;
  /** One's own words that found no place any more, because others changed the same place at the same moment. */
  displaced: string | null;
  /** Clauses that one moved while others moved or changed them, and that stand where the others left them. */
  notMoved: string | null;
  /** What is not stored and cannot be stored here any more, as steps on a version. */
  kept: { version: number; batches: { batchId: string; steps: { stepType: string }[] }[] } | null;
  /** Grows whenever something was said or settled in the threads on this text. */
  threadsHeard: number;
};

export const firstState: DraftingState = { saving: "saved", pen: null, reason: null, people: [], more: 0, unsent: null, mustReload: false, stuck: false, connected: true, signedOut: false, keeps: true, displaced: null, notMoved: null, kept: null, threadsHeard: 0 };
