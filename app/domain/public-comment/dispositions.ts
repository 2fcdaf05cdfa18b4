import { allowed, refused, type Ruling } from "../access/ruling";

/** What becomes of a comment from the public. */
export const dispositions = ["accepted", "partly", "declined", "outOfScope"] as const;
export type Disposition = (typeof dispositions)[number];

export const dispositionNames: Record<Disposition, string> = {
  accepted: "Accepted",
  partly: "Accepted in part",
  declined: "Not accepted",
  outOfScope: "Not about this text",
};

export const dispositionMeanings: Record<Disposition, string> = {
  accepted: "The text is changed as the comment asks.",
  partly: "Something of it goes into the text. Say what, and why not the rest.",
  declined: "The text stays as it is. Say why.",
  outOfScope: "It is about something that this text does not settle. Say where it belongs.",
};

/** A stored disposition; null while nobody has answered. */
export function readDisposition(word: string | null): Disposition | null {
  return dispositions.find((known) => known === word) ?? null;
}

/** Whoever is not simply right is told why: every answer but "accepted" needs words (422). */
export function answerRuling({ disposition, answer }: { disposition: Disposition; answer: string }): Ruling<{ disposition: Disposition; answer: string }> {
  if (disposition !== "accepted" && answer === "") return refused("Give the reason. Whoever wrote this comment will look for it.", 422, "answer");
  return allowed({ disposition, answer });
}

/** Whether nobody has answered a comment. A hidden one has its public reason for an answer. */
export function isWaiting({ disposition, hiddenAt }: { disposition: string | null; hiddenAt: Date | string | null }): boolean {
  return disposition === null && hiddenAt === null;
}

/** A round is closed when every comment has its answer. */
export function closingRuling(waiting: number): Ruling<true> {
  if (waiting === 0) return allowed(true);
  return refused(waiting === 1 ? "One comment has no answer yet. Answer it, then close the round." : `${waiting} comments have no answer yet. Answer each of them, then close the round.`);
}
