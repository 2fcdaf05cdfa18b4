import type { Redline as Changes } from "~/editor/redline";
import { ChangeList, Redline } from "./redline-view";
import { RedlineSides } from "./redline-sides";

export type Reading = "inline" | "side";

/** Two texts compared: how many clauses differ, a way from one change to the next, and the changes inline or side by side. */
export function Comparison({ changes, reading, names }: { changes: Changes; reading: Reading; names: { before: string; after: string } }) {
  const ids = changes.touchedClauseIds;
  if (ids.length === 0) return <p className="quiet">The two texts are the same.</p>;
  const beside = (clauseId: string) => <Neighbours ids={ids} at={ids.indexOf(clauseId)} />;
  return (
    <>
      <p className="compared-count">
        {`${clausesInWords(ids.length)} ${ids.length === 1 ? "differs" : "differ"}. `}
        {reading === "inline" && <a href={`#change-${ids[0]}`}>Go to the first change</a>}
      </p>
      <details className="redline-reading">
        <summary>Read the changes as a list</summary>
        <ChangeList changes={changes} />
      </details>
      {reading === "side" ? (
        <>
          <div className="compared-wide">
            <RedlineSides changes={changes} names={names} />
          </div>
          <div className="compared-narrow">
            <p className="quiet small">On a narrow screen the changes stand in one text.</p>
            <Redline changes={changes} besideFor={beside} />
          </div>
        </>
      ) : (
        <Redline changes={changes} besideFor={beside} />
      )}
    </>
  );
}

export function clausesInWords(count: number): string {
  return count === 1 ? "1 clause" : `${count} clauses`;
}

function Neighbours({ ids, at }: { ids: readonly string[]; at: number }) {
  if (ids.length < 2) return null;
  return (
    <p className="compared-steps">
      <span className="quiet">{`Change ${at + 1} of ${ids.length}`}</span>
      {at > 0 && <a href={`#change-${ids[at - 1]}`}>Previous change</a>}
      {at < ids.length - 1 && <a href={`#change-${ids[at + 1]}`}>Next change</a>}
    </p>
  );
}
