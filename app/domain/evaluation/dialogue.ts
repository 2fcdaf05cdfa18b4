import { allowed, refused, type Ruling } from "../access/ruling";
import { moveFinding, type FindingState } from "./finding-stages";

type Standing = { state: FindingState; authorId: string; checkedById: string | null };

/**
 * Whether the dialogue has ended: its days are over and the researcher has answered every comment. What an agency thinks of the finding is not asked:
 * its answer is printed beside, and it holds nothing up.
 */
export function dialogueEnd({ state, dialogueEndsAt }: { state: FindingState; dialogueEndsAt: Date | null }, { unanswered, now }: { unanswered: number; now: Date }): Ruling<FindingState> {
  const moved = moveFinding(state, "close");
  if (!moved.ok) return moved;
  if (dialogueEndsAt && now < dialogueEndsAt) return refused("The agencies still have time to read and comment. The dialogue ends when their days are over.");
  if (unanswered > 0) return refused(unanswered === 1 ? "One comment waits for an answer. Answer it first." : `${unanswered} comments wait for an answer. Answer each of them first.`);
  return moved;
}

/** Who checks a finding is another than who wrote it. */
export function checkRuling({ state, authorId }: Standing, personId: string): Ruling<FindingState> {
  if (authorId === personId) return refused("You wrote this finding, so somebody else checks it.", 403);
  return moveFinding(state, "check");
}

/** A checked finding comes out now or, with a moment that is still to come, at that minute. */
export function publicationRuling({ state, checkedById }: Standing, { until, now }: { until: Date | null; now: Date }): Ruling<FindingState> {
  const moved = moveFinding(state, until ? "embargo" : "publish");
  if (!moved.ok) return moved;
  if (!checkedById) return refused("A second person checks this finding before it comes out.");
  if (until && until <= now) return refused("Choose a moment that is still to come.", 422, "until");
  return moved;
}

/** Another day for an embargo; once it is over, the finding is out and stays out. */
export function embargoRuling({ state, embargoUntil }: { state: FindingState; embargoUntil: Date | null }, { until, now }: { until: Date; now: Date }): Ruling<FindingState> {
  if (state !== "embargoed" || !embargoUntil) return refused("This finding is not under embargo.");
  if (embargoUntil <= now) return refused("The embargo is over, so its end cannot be changed.");
  if (until <= now) return refused("Choose a moment that is still to come.", 422, "until");
  return allowed("embargoed");
}
