import { differenceInWords, type ClauseDifference } from "./clause-difference";
import { decisionStateNames, isOpenDecision, readDecisionState } from "./stages";

/** What one agency holds of a document. */
export type Variance = {
  edition: number | null;
  own: boolean;
  until: string | null;
  differences: readonly ClauseDifference[];
  comingEdition: number | null;
  comingOwn: boolean;
};

/** A question that is open, or was declined since. */
export type AskedSince = { outcome: string; proposal: number | null; dueAt: Date | string; reasons: string };

/** "Edition 2 as carried", "Edition 2 with changes in 2.1 and 4", "Interim order: edition 3 as carried", "Nothing in force". */
export function heldInWords({ edition, own, until, differences }: Pick<Variance, "edition" | "own" | "until" | "differences">): string {
  if (edition === null) return "Nothing in force";
  const text = `edition ${edition} ${own ? `with changes in ${differences.map(({ number, title }) => number || title).join(", ")}` : "as carried"}`;
  return until ? `Interim order: ${text}` : text.replace("edition", "Edition");
}

/** "Proposal 3: overdue", "First edition: declined". */
export function askedInWords({ outcome, proposal, dueAt }: Pick<AskedSince, "outcome" | "proposal" | "dueAt">, now: Date): string {
  const state = readDecisionState(outcome);
  const overdue = isOpenDecision(state) && new Date(dueAt) <= now;
  return `${proposal === null ? "First edition" : `Proposal ${proposal}`}: ${overdue ? "overdue" : decisionStateNames[state].toLowerCase()}`;
}

export type VarianceLine = Variance & { number: string; title: string; agency: string; since: string | null; asked: readonly AskedSince[]; comingFrom: string | null; comingDifferences: readonly ClauseDifference[] };

export const varianceTitles = ["Document", "Title", "Agency", "In force", "Since", "Until", "Clause", "Difference", "Reason", "Comes into force", "From", "Open or declined since", "Reasons"];

/** The lines of the file: one for each difference of a clause, or one where the agency has none. */
export function varianceFile(lines: readonly VarianceLine[], now: Date): string[][] {
  return lines.flatMap((line) => {
    const coming = line.comingEdition === null ? "" : heldInWords({ edition: line.comingEdition, own: line.comingOwn, until: null, differences: line.comingDifferences });
    const row = (difference: ClauseDifference | null) => [
      line.number,
      line.title,
      line.agency,
      heldInWords(line),
      line.since ?? "",
      line.until ?? "",
      difference?.number ?? "",
      difference ? differenceInWords(difference) : "",
      difference?.reason ?? "",
      coming,
      line.comingFrom ?? "",
      line.asked.map((asked) => askedInWords(asked, now)).join("; "),
      line.asked.flatMap(({ reasons }) => reasons || []).join("; "),
    ];
    return line.differences.length > 0 ? line.differences.map(row) : [row(null)];
  });
}
