import type { Actor } from "../access/may";
import { allowed, refused, type Ruling } from "../access/ruling";

/** Whether this person may say that a change is a typo only: a second one, of another group than who made it. */
export function typoRuling<Answer>(waiting: { madeById: string; groupId: string } | null, actor: Actor, answer: Answer): Ruling<Answer> {
  if (!waiting) return refused("No change of this text waits to be confirmed as a typo.");
  if (actor.kind !== "person") return refused("Only a person confirms.", 403);
  if (actor.personId === waiting.madeById) return refused("You made this change, so somebody else has to confirm it.", 403);
  if (actor.groupId === waiting.groupId) return refused("Somebody of another group than who made the change has to confirm it.", 403);
  return allowed(answer);
}
