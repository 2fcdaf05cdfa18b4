import { Extension } from "@tiptap/core";
import { DOMParser as SchemaParser, Fragment, type Node, Slice } from "@tiptap/pm/model";
import { Plugin, TextSelection, type Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { newClauseId } from "~/editor/schema/clause-id";
import { deepestClause, mostClauses } from "~/editor/schema/clause-depth";
import { say } from "../say";
import { pastedLines, type PastedBlock } from "./pasted-lines";
import { tidyPaste } from "./tidy-paste";

const mostPasted = 2_000_000;

/** Takes in what other programs put on the clipboard: structure stays, decoration goes, headings become clauses. */
export const Paste = Extension.create({
  name: "tidyPaste",
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handlePaste: (view, event) => {
          const html = event.clipboardData?.getData("text/html") ?? "";
          const plain = event.clipboardData?.getData("text/plain") ?? "";
          // What was copied here is understood as it is; Ctrl+Shift+V brings no HTML.
          if (html.includes("data-pm-slice") || (!html && !plain)) return false;
          if (!view.editable) return true;
          if (html.length > mostPasted || plain.length > mostPasted) {
            say(view, "This is too much to paste at once. Paste it part by part, or import the file.");
            return true;
          }
          return html ? pasteHtml(view, html) : pasteLines(view, plain);
        },
      },
    }),
  ],
});

function pasteHtml(view: EditorView, html: string): boolean {
  const { html: tidy, hasHeadings, told } = tidyPaste(html);
  const { schema } = view.state;
  const parser = SchemaParser.fromSchema(schema);
  const holder = document.createElement("div");
  // Made of escaped words and a fixed list of elements by tidyPaste, and never put on the page.
  holder.innerHTML = tidy;
  const clauses = [...holder.children].filter((child) => child.hasAttribute("data-clause"));
  for (const clause of clauses) clause.remove();
  const blocks = parser.parseSlice(holder);
  const made = hasHeadings ? clauses.map((clause) => parser.parse(wrapped(clause)).firstChild).filter((clause): clause is Node => clause !== null) : [];
  insert(view, blocks, made);
  if (told.length > 0) say(view, told.join(" "));
  return true;
}

/** Blocks at the cursor, clauses after the clause that the cursor is in, in one act. */
function insert(view: EditorView, blocks: Slice, clauses: readonly Node[]): void {
  const transaction = view.state.tr;
  if (blocks.content.size > 0) put(transaction, fitting(view, blocks));
  if (clauses.length > 0) {
    const { $from } = transaction.selection;
    let depth = $from.depth;
    while (depth > 0 && $from.node(depth).type.name !== "clause") depth--;
    const room = mostClauses - Math.max(0, depth - 1);
    const fits = clauses.flatMap((clause) => shallow(clause, Math.max(1, room)));
    const place = depth > 0 ? $from.after(depth) : transaction.doc.content.size;
    transaction.insert(place, Fragment.from(fits));
    const size = fits.reduce((sum, { nodeSize }) => sum + nodeSize, 0);
    transaction.setSelection(TextSelection.near(transaction.doc.resolve(place + size - 1), -1));
  }
  view.dispatch(transaction.setMeta("paste", true).setMeta("uiEvent", "paste").scrollIntoView());
}

/** A list or a table behind the last word of a paragraph stands below it: the paragraph is not split, nor told as replaced when this is suggested. */
function put(transaction: Transaction, slice: Slice): void {
  const { $from, empty } = transaction.selection;
  const first = slice.openStart > 0 ? slice.content.firstChild : null;
  const below = slice.content.cut(first?.nodeSize ?? 0);
  const isBehind = empty && $from.parent.type.name === "paragraph" && $from.parent.content.size > 0 && $from.parentOffset === $from.parent.content.size && $from.node(-1).type.name !== "listItem";
  if (!isBehind || below.content.every(({ type }) => type.name === "paragraph")) {
    transaction.replaceSelection(slice);
    return;
  }
  const place = $from.after();
  transaction.insert(place, below);
  transaction.setSelection(TextSelection.near(transaction.doc.resolve(place + below.size), -1));
  if (first) transaction.insert($from.pos, first.content);
}

/** In a title there is room for words only; a list or a table stays whole, and does not pour into the words before or after it. */
function fitting(view: EditorView, blocks: Slice): Slice {
  const { $from } = view.state.selection;
  const only = blocks.content.childCount === 1 ? blocks.content.firstChild : null;
  if (only?.type.name === "paragraph") return new Slice(blocks.content, 1, 1);
  if ($from.parent.type.name !== "clauseTitle") {
    const open = (node: Node | null | undefined, depth: number) => (node?.type.name === "paragraph" || isInList(view) ? depth : 0);
    return new Slice(blocks.content, open(blocks.content.firstChild, blocks.openStart), open(blocks.content.lastChild, blocks.openEnd));
  }
  return new Slice(Fragment.from(view.state.schema.text(blocks.content.textBetween(0, blocks.content.size, " ") || " ")), 0, 0);
}

/** What comes into a list goes on with it. */
function isInList({ state }: EditorView): boolean {
  const { $from } = state.selection;
  return $from.depth > 1 && $from.node(-1).type.name === "listItem";
}

/** A clause with no more levels than there is room for: deeper ones stand beside the lowest that fits. */
function shallow(clause: Node, room: number): Node[] {
  if (deepestClause(clause) <= room) return [named(clause)];
  const own: Node[] = [];
  const below: Node[] = [];
  clause.forEach((child) => void (child.type.name === "clause" ? below : own).push(child));
  if (room === 1) return [named(clause.copy(Fragment.from(own))), ...below.flatMap((child) => shallow(child, 1))];
  return [named(clause.copy(Fragment.from([...own, ...below.flatMap((child) => shallow(child, room - 1))])))];
}

function named(clause: Node): Node {
  const parts: Node[] = [];
  clause.forEach((child) => void parts.push(child.type.name === "clause" ? named(child) : child));
  return clause.type.create({ id: newClauseId() }, parts);
}

function wrapped(clause: Element): Element {
  const holder = document.createElement("div");
  // The parser reads a clause only by a usable id; each gets one of its own afterwards.
  for (const each of [clause, ...clause.querySelectorAll("[data-clause]")]) each.setAttribute("data-clause", newClauseId());
  holder.append(clause);
  return holder;
}

function pasteLines(view: EditorView, text: string): boolean {
  const read = pastedLines(text);
  const [only] = read;
  if (!only) return true;
  if (read.length === 1 && only.kind === "paragraph") {
    view.dispatch(view.state.tr.insertText(only.text).setMeta("paste", true).scrollIntoView());
    return true;
  }
  const blocks = read.map((block) => nodeOf(view, block)).filter((node): node is Node => node !== null);
  insert(view, new Slice(Fragment.from(blocks), 0, 0), []);
  return true;
}

function nodeOf({ state: { schema } }: EditorView, block: PastedBlock): Node | null {
  const { paragraph, bulletList, orderedList, listItem } = schema.nodes;
  if (!paragraph || !bulletList || !orderedList || !listItem) return null;
  const line = (text: string) => paragraph.create(null, text ? schema.text(text) : null);
  if (block.kind === "paragraph") return line(block.text);
  return (block.kind === "bullets" ? bulletList : orderedList).create(null, block.entries.map((entry) => listItem.create(null, line(entry))));
}
