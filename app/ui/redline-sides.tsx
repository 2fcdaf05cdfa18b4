import type { ClauseChange, Redline } from "~/editor/redline";
import type { BlockChange, Change, TextChange } from "~/editor/redline-blocks";
import type { Span } from "~/editor/redline-words";
import { RedlineBlock, Spans } from "./redline-blocks";

type Side = "before" | "after";

/** The changed clauses twice, as they were and as they are, with what differs marked in each. */
export function RedlineSides({ changes, names }: { changes: Redline; names: { before: string; after: string } }) {
  return (
    <div className="document redline compared-sides">
      {changes.changes.map((change) => (
        <div key={change.clauseId} className="compared-pair">
          {(["before", "after"] as const).map((side) => (
            <section key={side} className="compared-side clause-text" aria-label={`${nameOf(change)}, ${names[side]}`}>
              <p className="redline-note">{names[side]}</p>
              <ClauseOnSide change={change} side={side} />
            </section>
          ))}
        </div>
      ))}
    </div>
  );
}

function ClauseOnSide({ change, side }: { change: ClauseChange; side: Side }) {
  const place = change[side];
  if (!place) return <p className="quiet">{side === "before" ? "This clause was not there." : "This clause is removed."}</p>;
  const blocks = change.blocks.flatMap((block) => blockOn(block, side) ?? []);
  return (
    <>
      <h3 className={change.title.length > 0 ? "clause-heading" : "clause-heading untitled"}>
        <span className="clause-number">
          <span className="visually-hidden">Clause </span>
          {place.number}
        </span>
        <Spans spans={spansOn(change.title, side)} />
      </h3>
      {blocks.map((block, at) => (
        <RedlineBlock key={at} block={block} />
      ))}
    </>
  );
}

/** A block as it reads on one side; null where it was not there. */
function blockOn(block: BlockChange, side: Side): BlockChange | null {
  if (!isOn(block.kind, side)) return null;
  const formatting = side === "after" ? block.formatting : [];
  if (block.type === "paragraph") return { ...block, formatting, spans: spansOn(block.spans, side) };
  if (block.type === "callout") return { ...block, formatting, blocks: block.blocks.flatMap((inside) => blockOn(inside, side) ?? []) };
  if (block.type === "list") return { ...block, formatting, entries: block.entries.filter(({ kind }) => isOn(kind, side)).map((entry) => textOn(entry, side)) };
  const rows = block.rows.filter(({ kind }) => isOn(kind, side)).map((row) => ({ ...row, cells: row.cells.filter(({ kind }) => isOn(kind, side)).map((cell) => textOn(cell, side)) }));
  return { ...block, formatting, rows };
}

function textOn<Text extends TextChange>(text: Text, side: Side): Text {
  return { ...text, spans: spansOn(text.spans, side), formatting: side === "after" ? text.formatting : [] };
}

function isOn(kind: Change, side: Side): boolean {
  return kind !== (side === "before" ? "added" : "removed");
}

function spansOn(spans: readonly Span[], side: Side): Span[] {
  return spans.filter(({ kind }) => kind !== (side === "before" ? "inserted" : "deleted"));
}

function nameOf({ before, after }: ClauseChange): string {
  const place = after ?? before;
  return `Clause ${place?.number ?? ""} ${place?.title ?? ""}`.trim();
}
