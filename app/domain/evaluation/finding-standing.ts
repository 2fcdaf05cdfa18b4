import { resultNames, type ResultType } from "./finding";
import { findingStateNames, isPublic, type FindingState } from "./finding-stages";

/** "Published, no detectable change": where a finding stands, and once it is out which way it points. */
export function findingStanding(state: FindingState, result: ResultType): string {
  return `${findingStateNames[state]}${isPublic(state) && state !== "retracted" ? `, ${resultNames[result].toLowerCase()}` : ""}`;
}
