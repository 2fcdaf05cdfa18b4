import { Node } from "@tiptap/core";
import { toggleList } from "./list-commands";
import { stampAttribute } from "./stamp";

/** The whole text: at least one clause. */
export const Doc = Node.create({ name: "doc", topNode: true, content: "clausePlace+" });

/** Letters. */
export const Text = Node.create({ name: "text", group: "inline" });

/**
 * A paragraph. Its end counts as a letter behind its last one, which may be suggested to come or to go:
 * `endInserted` is a suggested split after it, `endDeleted` a suggested joining with what follows.
 */
export const Paragraph = Node.create({
  name: "paragraph",
  group: "block",
  priority: 1000,
  content: "inline*",
  addAttributes: () => ({ endInserted: stampAttribute("endInserted"), endDeleted: stampAttribute("endDeleted") }),
  parseHTML: () => [{ tag: "p" }],
  renderHTML: () => ["p", 0],
});

/** A line break inside a paragraph. */
export const HardBreak = Node.create({
  name: "hardBreak",
  group: "inline",
  inline: true,
  selectable: false,
  linebreakReplacement: true,
  parseHTML: () => [{ tag: "br" }],
  renderHTML: () => ["br"],
  renderText: () => "\n",
  addKeyboardShortcuts() {
    return { "Shift-Enter": () => this.editor.commands.insertContent({ type: this.name }) };
  },
});

/** A list with bullets. */
export const BulletList = Node.create({
  name: "bulletList",
  group: "block",
  content: "listItem+",
  parseHTML: () => [{ tag: "ul" }],
  renderHTML: () => ["ul", 0],
  addKeyboardShortcuts() {
    return { "Mod-Shift-8": () => toggleList("bulletList")(this.editor.state, this.editor.view.dispatch) };
  },
});

/** A numbered list; `start` is the number of its first entry. */
export const OrderedList = Node.create({
  name: "orderedList",
  group: "block",
  content: "listItem+",
  addAttributes: () => ({
    start: {
      default: 1,
      validate: (start: unknown) => {
        if (!Number.isInteger(start) || Math.abs(Number(start)) > 1_000_000)
          throw new RangeError("A list starts at something that is not a number");
      },
      parseHTML: (element: HTMLElement) => Number.parseInt(element.getAttribute("start") ?? "1", 10) || 1,
    },
  }),
  parseHTML: () => [{ tag: "ol" }],
  renderHTML: ({ HTMLAttributes }) => ["ol", HTMLAttributes.start === 1 ? {} : HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return { "Mod-Shift-7": () => toggleList("orderedList")(this.editor.state, this.editor.view.dispatch) };
  },
});

/** An entry of a list; lists may stand inside it. */
export const ListItem = Node.create({
  name: "listItem",
  content: "paragraph (paragraph | bulletList | orderedList)*",
  defining: true,
  parseHTML: () => [{ tag: "li" }],
  renderHTML: () => ["li", 0],
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem(this.name),
      Tab: () => this.editor.commands.sinkListItem(this.name),
      "Shift-Tab": () => this.editor.commands.liftListItem(this.name),
    };
  },
});
