import type { Numbers } from "./atoms-in-words";
import { canonicalJson } from "./canonical";
import { plainText } from "./plain-text";
import { align } from "./redline-align";
import { formattingChanges, markedText, type Span, wordSpans } from "./redline-words";
import type { DocumentNode } from "./schema/document-node";

/** What references show in the old and in the new text. */
export type NumbersOfBoth = { before: Numbers; after: Numbers };

/** Whether a part stayed, changed inside, came or went. */
export type Change = "same" | "changed" | "added" | "removed";

/** A changed text. `formatting` says in words what changed besides the letters. */
export type TextChange = { kind: Change; spans: Span[]; formatting: string[] };

/** An entry of a list; `marker` is false for a further paragraph of the same entry, `depth` is 0 at the top. */
export type EntryChange = TextChange & { depth: number; ordered: boolean; marker: boolean };

/** A cell of a table. */
export type CellChange = TextChange & { heading: boolean; colspan: number; rowspan: number };

/** A block of a clause, compared with the block it was before. */
export type BlockChange =
  | ({ type: "paragraph" } & TextChange)
  | { type: "callout"; kind: Change; tone: string; blocks: BlockChange[]; formatting: string[] }
  | { type: "list"; kind: Change; entries: EntryChange[]; formatting: string[] }
  | { type: "table"; kind: Change; rows: { kind: Change; cells: CellChange[] }[]; formatting: string[] };

type Entry = { depth: number; ordered: boolean; marker: boolean; node: DocumentNode };

/** The blocks of a clause before and after, lined up. */
export function blockChanges(before: DocumentNode[], after: DocumentNode[], numbers: NumbersOfBoth): BlockChange[] {
  return align(before, after, describe).map(([old, now]) => blockChange(old, now, numbers));
}

/** The words of a text before and after; null where it was not there. A reference that only shows another number now has not changed. */
export function textChange(before: DocumentNode[] | null, after: DocumentNode[] | null, numbers: NumbersOfBoth): TextChange {
  const now = markedText(after ?? [], numbers.after);
  if (before && after && canonicalJson(before) === canonicalJson(after)) return { kind: "same", spans: wordSpans(now.text, now.text), formatting: [] };
  const old = markedText(before ?? [], numbers.before);
  const spans = wordSpans(old.text, now.text);
  if (!before || !after) return { kind: before ? "removed" : "added", spans, formatting: [] };
  const formatting = formattingChanges(old, now, spans);
  if (!formatting.length && old.text === now.text) formatting.push("the layout changed");
  return { kind: "changed", spans, formatting };
}

function blockChange(before: DocumentNode | null, after: DocumentNode | null, numbers: NumbersOfBoth): BlockChange {
  const type = (after ?? before)?.type;
  const kind = kindOf(before, after);
  if (type === "table") {
    const pairs = align(before?.content ?? [], after?.content ?? [], describe);
    const rows = pairs.map(([old, now]) => ({ kind: kindOf(old, now), cells: cellChanges(old, now, numbers) }));
    return { type, kind, rows, formatting: rows.every((row) => row.kind === "same") && kind === "changed" ? ["the layout changed"] : [] };
  }
  if (type === "callout") return calloutChange(before, after, numbers);
  if (type === "bulletList" || type === "orderedList") {
    const pairs = align(before ? entriesOf(before) : [], after ? entriesOf(after) : [], ({ node, depth, ordered }) => ({
      ...describe(node),
      key: `${depth}${ordered}${canonicalJson(node)}`,
    }));
    const entries = pairs.map(([old, now]) => entryChange(old, now, numbers));
    return { type: "list", kind, entries, formatting: listFormatting(before, after, entries) };
  }
  return { type: "paragraph", ...textChange(before && [before], after && [after], numbers) };
}

function calloutChange(before: DocumentNode | null, after: DocumentNode | null, numbers: NumbersOfBoth): BlockChange {
  const toneOf = (callout: DocumentNode | null) => String(callout?.attrs?.tone ?? "note");
  const blocks = blockChanges(before?.content ?? [], after?.content ?? [], numbers);
  const changed = before && after && toneOf(before) !== toneOf(after);
  const formatting = changed ? [`the callout was marked “${toneOf(before)}” and is marked “${toneOf(after)}”`] : [];
  return { type: "callout", kind: kindOf(before, after), tone: toneOf(after ?? before), blocks, formatting };
}

function cellChanges(before: DocumentNode | null, after: DocumentNode | null, numbers: NumbersOfBoth): CellChange[] {
  const old = before?.content ?? [];
  const now = after?.content ?? [];
  const pairs =
    old.length === now.length || !before || !after
      ? Array.from({ length: Math.max(old.length, now.length) }, (_, at) => [old[at] ?? null, now[at] ?? null] as const)
      : align(old, now, describe);
  return pairs.map(([from, to]) => {
    const text = textChange(from?.content ?? (from && []), to?.content ?? (to && []), numbers);
    const shown = to ?? from;
    const layout = text.kind === "same" && kindOf(from, to) === "changed";
    return {
      ...text,
      ...(layout ? { kind: "changed", formatting: ["the cell spans or heads differently"] } : {}),
      heading: shown?.type === "tableHeader",
      colspan: Number(shown?.attrs?.colspan ?? 1),
      rowspan: Number(shown?.attrs?.rowspan ?? 1),
    };
  });
}

function entryChange(before: Entry | null, after: Entry | null, numbers: NumbersOfBoth): EntryChange {
  const text = textChange(before && [before.node], after && [after.node], numbers);
  const { depth, ordered, marker } = (after ?? before) as Entry;
  const formatting = [...text.formatting];
  if (before && after && before.depth !== after.depth) formatting.push(after.depth > before.depth ? "moved one level in" : "moved one level out");
  if (before && after && before.ordered !== after.ordered) formatting.push(after.ordered ? "now numbered" : "now with a bullet");
  return { ...text, kind: text.kind === "same" && formatting.length ? "changed" : text.kind, formatting, depth, ordered, marker };
}

function listFormatting(before: DocumentNode | null, after: DocumentNode | null, entries: EntryChange[]): string[] {
  if (!before || !after || kindOf(before, after) === "same") return [];
  const from = before.attrs?.start;
  const to = after.attrs?.start;
  if (before.type === after.type && from !== to) return [`the list starts at ${to} and no longer at ${from}`];
  return entries.every(({ kind }) => kind === "same") ? ["the layout changed"] : [];
}

function entriesOf(list: DocumentNode, depth = 0): Entry[] {
  const ordered = list.type === "orderedList";
  return (list.content ?? []).flatMap((listItem) =>
    (listItem.content ?? []).flatMap((node, at) =>
      node.type === "paragraph" ? [{ depth, ordered, marker: at === 0, node }] : entriesOf(node, depth + 1),
    ),
  );
}

function kindOf(before: DocumentNode | null, after: DocumentNode | null): Change {
  if (!before || !after) return before ? "removed" : "added";
  return canonicalJson(before) === canonicalJson(after) ? "same" : "changed";
}

function describe(node: DocumentNode) {
  const kind = node.type === "bulletList" || node.type === "orderedList" ? "list" : node.type;
  return { key: canonicalJson(node), kind, text: plainText(node) };
}
