import { allowed, refused, type Ruling } from "../access/ruling";
import type { BallotOption, QuestionKind } from "./kinds";

export type QuestionRequest = {
  kind: QuestionKind;
  options: readonly BallotOption[];
  mostChoices: number;
  highestScore: number;
  votersOnRoll: number;
  now: Date;
  closesAt: Date;
};

export const mostOptions = 30;

/** Whether a ballot on a question of its own may open: there is something to choose, somebody to choose it and time to do so. */
export function questionRuling(asked: QuestionRequest): Ruling<true> {
  const { kind, options, mostChoices, highestScore, votersOnRoll, now, closesAt } = asked;
  const field = kind === "time" ? "times" : "options";
  if (kind !== "sense") {
    if (options.length < 2) return refused(kind === "time" ? "Offer at least two times to choose from." : "Write at least two options, one on each line.", 422, field);
    if (options.length > mostOptions) return refused(`Offer no more than ${mostOptions} options.`, 422, field);
    const twice = options.find(({ label }, at) => options.slice(0, at).some((other) => sameWords(other.label, label)));
    if (twice) return refused(`The option “${twice.label}” is there twice.`, 422, field);
    const past = options.find(({ at }) => at !== undefined && new Date(at).getTime() <= now.getTime());
    if (past) return refused(`${past.label} is already over. Offer a later time.`, 422, field);
  }
  if (kind === "multiple" && (mostChoices < 1 || mostChoices > options.length)) return refused(`Members can choose from 1 to ${options.length} options.`, 422, "mostChoices");
  if (kind === "score" && (highestScore < 1 || highestScore > 100)) return refused("The highest score is a whole number from 1 to 100.", 422, "highestScore");
  if (votersOnRoll === 0) return refused("No seat of these groups is filled, so nobody could answer.", 422, "groupIds");
  if (closesAt.getTime() <= now.getTime()) return refused("The ballot must close after it opens. Choose a later time.", 422, "closesAt");
  return allowed(true);
}

function sameWords(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
