/** Where an agency's own text differs from the one that was carried: a clause left as it was, or in other words, and why. */
export type ClauseDifference = { clauseId: string; number: string; title: string; choice: "leave" | "reword"; reason: string };

/** "2.1 Waiting: in other words". */
export function differenceInWords({ number, title, choice }: ClauseDifference): string {
  return `${`${number} ${title}`.trim()}: ${choice === "leave" ? "left as it was" : "in other words"}`;
}
