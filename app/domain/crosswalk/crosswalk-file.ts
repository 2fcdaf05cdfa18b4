import { dayOf } from "~/domain/voting/deadline";
import { proofStateInWords, type ProofState } from "./proof";

type Requirement = { reference: string; words: string; proofs: readonly { number: string; clauseName: string; edition: number; note: string; state: ProofState; provenAt: Date; provenBy: string }[] };

export const crosswalkTitles = ["Requirement", "Words", "Document", "Clause", "Edition", "State", "Note", "Named by", "On"];

/** A standard as rows: one for each clause that answers, one for each requirement that none answers. Days are the program's. */
export function crosswalkFile(requirements: readonly Requirement[], timeZone: string): string[][] {
  return requirements.flatMap(({ reference, words, proofs }) =>
    proofs.length === 0
      ? [[reference, words, "", "", "", "Gap: no clause", "", "", ""]]
      : proofs.map(({ number, clauseName, edition, note, state, provenAt, provenBy }) => [reference, words, number, clauseName, String(edition), proofStateInWords[state], note, provenBy, dayOf(provenAt, timeZone)]),
  );
}
