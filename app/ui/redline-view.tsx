import type { ReactNode } from "react";
import { changesInWords } from "~/editor/changes-in-words";
import type { ClauseChange, Redline as Comparison } from "~/editor/redline";
import { RedlineBlock, Spans } from "./redline-blocks";

export type RedlineProps = {
  changes: Comparison;
  /** What stands beside a changed clause: its comments, a link to talk about it. */
  besideFor?: (clauseId: string) => ReactNode;
};

/** The changed clauses as marked text. Its page brings the h1 and h2; clauses are h3. */
export function Redline({ changes, besideFor }: RedlineProps) {
  if (changes.changes.length === 0) return <p className="quiet">The two texts are the same.</p>;
  return (
    <div className="document redline">
      {changes.changes.map((change) => (
        <section key={change.clauseId} id={`change-${change.clauseId}`} className="redline-clause clause-text">
          <ChangedClause change={change} />
          {besideFor?.(change.clauseId)}
        </section>
      ))}
    </div>
  );
}

/** The same changes as sentences, clause by clause: for reading aloud, for a phone, for those who do not read marked text. */
export function ChangeList({ changes }: { changes: Comparison }) {
  const sentences = changesInWords(changes);
  if (sentences.length === 0) return <p className="quiet">Nothing is changed.</p>;
  return (
    <ol className="change-list" role="list">
      {sentences.map((sentence, at) => (
        <li key={at}>{sentence}</li>
      ))}
    </ol>
  );
}

/** Both ways of reading, without a script. */
export function RedlineReadings(props: RedlineProps) {
  return (
    <>
      <details className="redline-reading">
        <summary>Read the changes as a list</summary>
        <ChangeList changes={props.changes} />
      </details>
      <Redline {...props} />
    </>
  );
}

/** One changed clause as marked text, for a page that shows several changes of it. */
export function ChangedClause({ change }: { change: ClauseChange }) {
  const place = change.after ?? change.before;
  const note = noteOn(change);
  return (
    <>
      {note && <p className="redline-note">{note}</p>}
      <h3 className={change.title.length > 0 ? "clause-heading" : "clause-heading untitled"}>
        <span className="clause-number">
          <span className="visually-hidden">Clause </span>
          {place?.number}
        </span>
        <Spans spans={change.title} />
      </h3>
      {change.titleFormatting.map((formatting) => (
        <p key={formatting} className="redline-note">
          In the title, {formatting}
        </p>
      ))}
      {change.blocks.map((block, at) => (
        <RedlineBlock key={at} block={block} />
      ))}
    </>
  );
}

function noteOn({ before, after, moved }: ClauseChange): string {
  if (!before) return "New clause";
  if (!after) return "Clause removed";
  if (moved) return `Moved, it was ${before.number}`;
  return before.number === after.number ? "" : `It was ${before.number}`;
}
