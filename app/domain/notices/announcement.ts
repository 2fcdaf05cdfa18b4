/** What is told to every process once an act is committed. Realtime closes or re-checks rooms; notices are written in the act itself. */
export type Announcement =
  | { kind: "draft.stepped"; draftId: string; version: number }
  | { kind: "draft.frozen"; draftId: string; reason: string }
  | { kind: "threads.changed"; draftId: string }
  | { kind: "locks.changed"; draftId: string }
  | { kind: "rights.changed"; personId: string }
  | { kind: "session.ended"; personId: string; sessionId: string | null };

export const announcementChannel = "concord";
