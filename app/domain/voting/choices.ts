import type { CharterRules, Fraction } from "./charter";
import type { Choice } from "./count";
import { percent } from "./shares";

export const choiceNames: Record<Choice, string> = { consent: "Consent", object: "Object", abstain: "Abstain" };

/** What each choice means for this voter under this charter, in one or two sentences. */
export function choiceMeanings(rules: CharterRules, group: { id: string; name: string }): Record<Choice, string> {
  const required = rules.requiredGroups.includes(group.id) && rules.groupThreshold.of > 0;
  const lines = `the ${share(rules.overallThreshold)} that all votes need${required ? `, and to the ${share(rules.groupThreshold)} that ${group.name} needs` : ""}`;
  const reason = rules.reasons === "optional" || rules.reasons === "off" ? "" : " Say why, so that the authors can answer.";
  return {
    consent: `You can live with this change. Your vote adds to ${lines}.`,
    object: `This change should not be made as it stands. Your vote counts against ${lines}.${reason}`,
    abstain:
      rules.abstentions === "aside"
        ? "You leave it to the others. Your seat counts for the quorum, and your vote neither for nor against."
        : "You leave it to the others. Your seat counts for the quorum, and under this charter as a vote that is not consent.",
  };
}

function share({ of, outOf }: Fraction): string {
  return percent(BigInt(of), BigInt(outOf));
}
