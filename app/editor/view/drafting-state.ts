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
  /** Grows whenever something was said or settled in the threads on this text. */
  threadsHeard: number;
};

export const firstState: DraftingState = { saving: "saved", pen: null, reason: null, people: [], more: 0, unsent: null, mustReload: false, threadsHeard: 0 };
