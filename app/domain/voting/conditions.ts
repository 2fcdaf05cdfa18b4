import type { Condition, Tally } from "./tally";

/** What still stands between this vote and "carried", one sentence a condition, the whole roll first. Empty when the vote carries. */
export function conditionsInWords(tally: Tally): string[] {
  return tally.unmet.map((condition) => inWords(condition, tally.agreement ? "agreement" : "consent"));
}

/** The headline: "Carried", or "Not carried: behavioral health 0 %, advocacy 0 %". */
export function outcomeInWords(tally: Tally): string {
  return tally.carried ? "Carried" : `Not carried: ${tally.unmet.map(inShort).join(", ")}`;
}

function inWords(condition: Condition, share: "agreement" | "consent"): string {
  const subject = condition.group ? capital(condition.group.name) : "The whole vote";
  switch (condition.kind) {
    case "no-seats":
      return noSeats(condition.group ? `${capital(condition.group.name)} has` : "The roll has", condition.vacant);
    case "quorum":
      return quorum(condition);
    case "no-votes":
      return `${subject} has no vote for or against yet and needs ${line(condition)} ${share}`;
    case "blocked":
      return condition.blocks === 1 ? "One seat blocks this, and one block is enough to stop it" : `${condition.blocks} seats block this, and one block is enough to stop it`;
    case "withheld":
      return `${subject} did not reach ${line(condition)}`;
    case "threshold":
      if (condition.have !== condition.needed) return `${subject} stands at ${condition.have} ${share} and needs ${line(condition)}`;
      // Both round to the same percent, so the sentence has to say which side of the line the vote is on.
      return condition.above
        ? `${subject} stands at ${condition.have} ${share} and needs more than that`
        : `${subject} stands just under ${condition.needed} ${share} and needs at least that`;
  }
}

function noSeats(subject: string, vacant: number): string {
  return vacant === 0
    ? `${subject} no seat that can vote, so there is no quorum`
    : `${subject} no filled seat (${vacant} vacant), so there is no quorum`;
}

function quorum({ group, missing, yetToVote }: Condition & { kind: "quorum" }): string {
  const votes = missing === 1 ? "vote" : "votes";
  const need = group ? `Needs ${missing} more ${insideSentence(group.name)} ${votes} for quorum` : `Needs ${missing} more ${votes} overall for quorum`;
  if (yetToVote >= missing) return need;
  const left = yetToVote === 0 ? "no filled seat is" : `only ${yetToVote} filled ${yetToVote === 1 ? "seat is" : "seats are"}`;
  return `${need}, but ${left} yet to vote`;
}

function line({ needed, above }: { needed: string; above: boolean }): string {
  return above ? `more than ${needed}` : needed;
}

function inShort(condition: Condition): string {
  const subject = condition.group ? insideSentence(condition.group.name) : "overall";
  switch (condition.kind) {
    case "no-seats":
      return `${subject} has no filled seat`;
    case "quorum":
      return `${subject} without quorum`;
    case "no-votes":
      return `${subject} without a vote for or against`;
    case "blocked":
      return "blocked";
    case "withheld":
      return `${subject} below ${condition.needed}`;
    case "threshold":
      return condition.have === condition.needed && !condition.above ? `${subject} just under ${condition.needed}` : `${subject} ${condition.have}`;
  }
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Sentence-case names go lower case; a name with a later capital ("EMS", "Native Nations") is a proper name and stays. */
function insideSentence(name: string): string {
  return /\p{Lu}/u.test(name.slice(1)) ? name : name.charAt(0).toLowerCase() + name.slice(1);
}
