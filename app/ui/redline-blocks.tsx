import type { BlockChange, CellChange, EntryChange } from "~/editor/redline-blocks";
import type { Span } from "~/editor/redline-words";
import { toneName } from "./callout";

export function RedlineBlock({ block }: { block: BlockChange }) {
  return (
    <>
      {block.type === "paragraph" && (
        <p className="redline-text">
          <Spans spans={block.spans} />
        </p>
      )}
      {block.type === "callout" && (
        <aside className="callout" data-tone={block.tone}>
          <p className="callout-tone">{toneName(block.tone)}</p>
          {block.blocks.map((inside, at) => (
            <RedlineBlock key={at} block={inside} />
          ))}
        </aside>
      )}
      {block.type === "list" && <Entries entries={block.entries} />}
      {block.type === "table" && <ComparedTable rows={block.rows} />}
      <Formatting notes={block.formatting} />
    </>
  );
}

/** Words that came and went. Most screen readers pass over ins and del, so the words say it too. */
export function Spans({ spans }: { spans: readonly Span[] }) {
  return (
    <>
      {spans.map(({ kind, text }, at) => {
        if (kind === "same") return <span key={at}>{text}</span>;
        const Marked = kind === "inserted" ? "ins" : "del";
        return (
          <Marked key={at}>
            <span className="visually-hidden">{` ${kind}: `}</span>
            {text}
            <span className="visually-hidden">{` end of ${kind === "inserted" ? "insertion" : "deletion"} `}</span>
          </Marked>
        );
      })}
    </>
  );
}

function Entries({ entries }: { entries: readonly EntryChange[] }) {
  const numbers = entryNumbers(entries);
  return (
    <ol className="redline-entries" role="list">
      {entries.map((entry, at) => (
        <li key={at} className={`redline-entry redline-depth-${Math.min(entry.depth, 4)}`}>
          <span className={numbers[at] === null ? "redline-marker bullet" : "redline-marker"}>{numbers[at]}</span>
          <div className="redline-text">
            <Spans spans={entry.spans} />
            <Formatting notes={entry.formatting} />
          </div>
        </li>
      ))}
    </ol>
  );
}

/** Null is a bullet. Entries that went take no number, so that the others read as they do in the new text. */
function entryNumbers(entries: readonly EntryChange[]): (string | null)[] {
  const counts: number[] = [];
  return entries.map(({ depth, ordered, marker, kind }) => {
    counts.length = Math.min(counts.length, depth + 1);
    if (!marker) return "";
    if (!ordered || kind === "removed") return null;
    counts[depth] = (counts[depth] ?? 0) + 1;
    return `${counts[depth]}.`;
  });
}

type Row = Extract<BlockChange, { type: "table" }>["rows"][number];

function ComparedTable({ rows }: { rows: readonly Row[] }) {
  return (
    <div className="document-table" role="region" aria-label="Table with changes" tabIndex={0}>
      <table>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {row.cells.map((cell, column) => (
                <ComparedCell key={column} cell={cell} scope={at === 0 ? "col" : "row"} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ComparedCell({ cell, scope }: { cell: CellChange; scope: "col" | "row" }) {
  const spans = { colSpan: cell.colspan, rowSpan: cell.rowspan };
  const body = (
    <>
      <Spans spans={cell.spans} />
      <Formatting notes={cell.formatting} />
    </>
  );
  return cell.heading ? (
    <th className="redline-text" scope={scope} {...spans}>
      {body}
    </th>
  ) : (
    <td className="redline-text" {...spans}>
      {body}
    </td>
  );
}

function Formatting({ notes }: { notes: readonly string[] }) {
  return (
    <>
      {notes.map((note) => (
        <span key={note} className="redline-note">
          {note.charAt(0).toUpperCase() + note.slice(1)}
        </span>
      ))}
    </>
  );
}
