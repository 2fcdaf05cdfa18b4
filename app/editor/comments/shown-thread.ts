import type { PlacedThread, ThreadPlace } from "./thread-places";

type Moment = Date | string;
type Group = { name: string; shortName: string; shape: string; colour: string };

/** One thing that was said in a thread; `carried` when it was said on a text before this one. */
export type ShownRemark = { id: string; body: string; at: Moment; carried: boolean; author: { id: string; name: string; organization: string; group: Group } };

/** A thread as it is shown beside a text and on the page of its own. */
export type ShownThread = PlacedThread & {
  draftId: string;
  place: ThreadPlace;
  /** The clause it stands in, or stood in then, and the version of the text that had its words. */
  stood: { clause: string; draftId: string; version: number };
  startedBy: { id: string; name: string };
  assignedTo: { id: string; name: string } | null;
  resolvedBy: { id: string; name: string } | null;
  resolvedAt: Moment | null;
  carried: boolean;
  /** The ids of all it is for. */
  concerns: readonly string[];
  comments: readonly ShownRemark[];
};

/** What is known of the threads on a text, and what one may do with them. */
export type ShownThreads = {
  draftId: string;
  path: string;
  timeZone: string;
  threads: readonly ShownThread[];
  people: readonly { id: string; name: string; organization: string; writes: boolean }[];
  groups: readonly { id: string; name: string; shortName: string }[];
  may: { write: boolean; resolve: boolean };
};
