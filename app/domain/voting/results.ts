import type { CharterRules } from "./charter";
import type { RoundState } from "./stages";

/** Whether the count may be shown to this person now. Every page, export, mail and socket asks here; nobody is exempt, whatever their role. */
export function resultsShown({ rules, roundState, hasVoted }: { rules: Pick<CharterRules, "results">; roundState: RoundState; hasVoted: boolean }): boolean {
  if (roundState === "closed" || rules.results === "always") return true;
  return roundState === "open" && rules.results === "after-voting" && hasVoted;
}
