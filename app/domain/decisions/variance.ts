import { differenceInWords, type ClauseDifference } from "./clause-difference";
import { decisionStateNames, isOpenDecision, readDecisionState } from "./stages";

/** What one agency holds of a document, and the answer to what it was asked last. */
export type Variance = {
  edition: number | null;
  own: boolean;
  until: string | null;
  differences: readonly ClauseDifference[];
  comingEdition: number | null;
  comingOwn: boolean;
  outcome: string | null;
  proposal: number | null;
  dueAt: Date | string | null;
};

/** "Edition 2 as carried", "Edition 2 with changes in 2.1 and 4", "Interim order: edition 3 as carried", "Nothing in force". */
export function heldInWords({ edition, own, until, differences }: Pick<Variance, "edition" | "own" | "until" | "differences">): string {
  if (edition === null) return "Nothing in force";
  const text = `edition ${edition} ${own ? `with changes in ${differences.map(({ number, title }) => number || title).join(", ")}` : "as carried"}`;
  return until ? `Interim order: ${text}` : text.replace("edition", "Edition");
}

/** The answer to what was asked last, where it is not simply what is in force: open, overdue, put off or declined. Null when there is no more to say. */
export function lastAnswerInWords({ outcome, proposal, dueAt }: Pick<Variance, "outcome" | "proposal" | "dueAt">, now: Date): string | null {
  if (outcome === null) return "Not asked yet";
  const state = readDecisionState(outcome);
  if (state === "adopted" || state === "adoptedWithChanges") return null;
  const overdue = isOpenDecision(state) && dueAt !== null && new Date(dueAt) <= now;
  return `${proposal === null ? "First edition" : `Proposal ${proposal}`}: ${overdue ? "overdue" : decisionStateNames[state].toLowerCase()}`;
}

export type VarianceLine = Variance & { number: string; title: string; agency: string; since: string | null; reasons: string | null; comingFrom: string | null; comingDifferences: readonly ClauseDifference[] };

export const varianceTitles = ["Document", "Title", "Agency", "In force", "Since", "Until", "Clause", "Difference", "Reason", "Comes into force", "From", "Asked last", "Reasons of the answer"];

/** The lines of the file: one for each difference of a clause, or one where the agency has none. */
export function varianceFile(lines: readonly VarianceLine[], now: Date): string[][] {
  return lines.flatMap((line) => {
    const coming = line.comingEdition === null ? "" : heldInWords({ edition: line.comingEdition, own: line.comingOwn, until: null, differences: line.comingDifferences });
    const answer = lastAnswerInWords(line, now);
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
      answer ?? "",
      answer ? (line.reasons ?? "") : "",
    ];
    return line.differences.length > 0 ? line.differences.map(row) : [row(null)];
  });
}
