import { differenceInWords, type ClauseDifference } from "~/domain/decisions/clause-difference";

/** Where an agency's text differs from the carried one, clause by clause with the reasons. */
export function ClauseDifferences({ differences }: { differences: readonly ClauseDifference[] }) {
  return (
    <ul className="lines" role="list">
      {differences.map((difference) => (
        <li key={difference.clauseId}>
          <p className="needs-what">{differenceInWords(difference)}</p>
          <p className="said">{difference.reason}</p>
        </li>
      ))}
    </ul>
  );
}
