import { Extension } from "@tiptap/core";
import type { Mark, Node } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import { authorOf, type SuggestionAuthors } from "~/domain/drafting/suggestions";
import type { Stamp } from "~/editor/schema/stamp";
import { eachSuggested, formOf, isSuggestion, stampAt, stampOf } from "~/editor/suggestions/suggestion-parts";
import { clauseNamesIn } from "./clause-names";
import { lookOfGroup } from "./group-look";

type Shown = { authors: SuggestionAuthors; current: string | null; drawn: DecorationSet };
type Told = Partial<Pick<Shown, "authors" | "current">>;

const key = new PluginKey<Shown>("suggestionMarks");

/** Shows who suggests what in the text: by the colour and shape of their group, by lines, and in words for those who hear the text. */
export const SuggestionMarks = Extension.create({ name: "suggestionMarks", addProseMirrorPlugins: () => [suggestionMarks()] });

export function tellSuggestions(state: EditorState, told: Told): Transaction {
  return state.tr.setMeta(key, told).setMeta("addToHistory", false);
}

/** The suggestion that the caret is in or at. */
export function suggestionAtCaret(state: EditorState): string | null {
  const { $head } = state.selection;
  for (const node of [$head.nodeAfter, $head.nodeBefore]) {
    const mark = node?.marks.find(isSuggestion);
    if (mark) return stampOf(mark).id;
  }
  if ($head.parentOffset === $head.parent.content.size) {
    const end = stampAt($head.parent, "endInserted") ?? stampAt($head.parent, "endDeleted");
    if (end) return end.id;
  }
  for (let depth = $head.depth; depth > 0; depth--) {
    const whole = stampAt($head.node(depth), "removed") ?? stampAt($head.node(depth), "added");
    if (whole) return whole.id;
  }
  return null;
}

function suggestionMarks(): Plugin<Shown> {
  return new Plugin<Shown>({
    key,
    state: {
      init: (_config, { doc }) => ({ authors: {}, current: null, drawn: draw(doc, {}, null) }),
      apply(transaction, before, _old, { doc }) {
        const told = transaction.getMeta(key) as Told | undefined;
        if (!told && !transaction.docChanged) return before;
        const { authors, current } = { ...before, ...told };
        return { authors, current, drawn: draw(doc, authors, current) };
      },
    },
    props: {
      decorations: (state) => key.getState(state)?.drawn,
      handleDOMEvents: { click: openAt },
    },
  });
}

/** Opens the panel where there is room for it beside the text. */
function openAt(view: EditorView, event: MouseEvent): boolean {
  const pressed = event.target instanceof Element && event.target.closest("[data-suggested-by]");
  if (pressed && window.matchMedia("(min-width: 1100px)").matches) document.querySelector<HTMLElement>('[data-panel="suggestions"][aria-expanded="false"]')?.click();
  return false;
}

function draw(doc: Node, authors: SuggestionAuthors, current: string | null): DecorationSet {
  const drawn: Decoration[] = [];
  let names: Map<string, string> | null = null;
  const nameOf = (clause: unknown) => (names ??= clauseNamesIn(doc)).get(String(clause)) ?? "";
  const moved = new Map<string, Stamp>();
  const columns = new Set<string>();
  const look = (stamps: readonly Stamp[], more: string) => classesOf(stamps, authors, current, more);
  const by = ({ author }: Stamp) => authorOf(authors, author).name;

  eachSuggested(doc, (node, at, parent) => {
    const to = at + node.nodeSize;
    if (node.type.name === "clauseMove") {
      const added = stampAt(node, "added");
      if (!added) return;
      moved.set(String(node.attrs.clause), added);
      drawn.push(Decoration.node(at, to, { class: look([added], "suggested-move"), "data-suggested-by": added.author, "data-said": `Clause ${nameOf(node.attrs.clause)} would move here · ${by(added)}` }));
      return;
    }
    if (node.isInline) {
      drawn.push(...letters(node, at, parent, authors, look));
      return;
    }
    const stamped = (name: "endInserted" | "endDeleted" | "added" | "removed") => stampAt(node, name);
    if (node.type.name === "paragraph") {
      const [come, go] = [stamped("endInserted"), stamped("endDeleted")];
      const stamps = [go, come].filter((stamp) => stamp !== null);
      if (stamps.length > 0) drawn.push(Decoration.node(at, to, { class: look(stamps, "suggested-end"), "data-end": come && go ? "both" : come ? "inserted" : "deleted" }));
      return;
    }
    const [added, removed] = [stamped("added"), stamped("removed")];
    const stamps = [removed, added].filter((stamp) => stamp !== null);
    const [first] = stamps;
    if (!first) return;
    const what = { clause: "clause", tableRow: "row", tableCell: "column", tableHeader: "column" }[node.type.name] ?? "part";
    const said = `${removed ? `This ${what} would go` : `New ${what}`} · ${by(first)}`;
    // A row is told in its first cell, a column in its first one.
    const told = what === "row" || (what === "column" && columns.has(first.id));
    if (what === "column") columns.add(first.id);
    drawn.push(Decoration.node(at, to, { class: look(stamps, removed ? "suggested-whole is-removed" : "suggested-whole is-added"), "data-suggested-by": first.author, ...(told ? {} : { "data-said": said }) }));
    const cell = what === "row" ? node.firstChild : null;
    if (cell) drawn.push(Decoration.node(at + 1, at + 1 + cell.nodeSize, { "data-said": said }));
  });
  if (moved.size > 0)
    doc.descendants((node, at) => {
      const stamp = node.type.name === "clause" ? moved.get(String(node.attrs.id)) : undefined;
      if (stamp) drawn.push(Decoration.node(at, at + node.nodeSize, { class: look([stamp], "suggested-whole is-moved"), "data-suggested-by": stamp.author, "data-said": `This clause would move · ${by(stamp)}` }));
      return node.type.name === "doc" || node.type.name === "clause";
    });
  return DecorationSet.create(doc, drawn);
}

function letters(node: Node, at: number, parent: Node, authors: SuggestionAuthors, look: (stamps: readonly Stamp[], more: string) => string): Decoration[] {
  const marks = node.marks.filter(isSuggestion);
  const deletion = marks.find(({ type }) => type.name === "deletion");
  const insertion = marks.find(({ type }) => type.name === "insertion");
  const form = marks.find(({ type }) => formOf[type.name] !== undefined);
  const ruling = deletion ?? insertion ?? form;
  if (!ruling) return [];
  const index = indexAt(parent, node);
  const same = (other: Node | null) => other?.marks.some((mark) => mark.type === ruling.type && mark.attrs.id === ruling.attrs.id) ?? false;
  const starts = !same(index > 0 ? parent.child(index - 1) : null);
  const ends = !same(index >= 0 && index < parent.childCount - 1 ? parent.child(index + 1) : null);
  const said = marks.map((mark) => `${verbOf(mark)} by ${authorOf(authors, stampOf(mark).author).name}`).join(", ");
  const classes = ["suggested", insertion ? "is-inserted" : "", deletion ? "is-deleted" : "", form ? "is-formed" : "", ends ? "ends" : ""].filter(Boolean).join(" ");
  const stamps = [deletion, insertion, form].filter((mark) => mark !== undefined).map(stampOf);
  // In an element of its own: what else is drawn here, such as who wrote it, has another look.
  return [Decoration.inline(at, at + node.nodeSize, { nodeName: "span", class: look(stamps, classes), title: said, "data-suggested-by": stampOf(ruling).author, ...(starts ? { "data-said": `${said}: ` } : {}) })];
}

function indexAt(parent: Node, child: Node): number {
  for (let index = 0; index < parent.childCount; index++) if (parent.child(index) === child) return index;
  return -1;
}

function verbOf({ type, attrs }: Mark): string {
  if (type.name === "insertion") return "inserted";
  if (type.name === "deletion") return "deleted";
  const form = formOf[type.name] ?? "";
  if (form === "link") return attrs.href ? "link suggested" : "link taken off";
  return attrs.on ? `${form} suggested` : `${form} taken off`;
}

function classesOf(stamps: readonly Stamp[], authors: SuggestionAuthors, current: string | null, more: string): string {
  const face = stamps[0] ? authorOf(authors, stamps[0].author).face : null;
  return [more, lookOfGroup(face), stamps.some(({ id }) => id === current) ? "current" : ""].filter(Boolean).join(" ");
}
