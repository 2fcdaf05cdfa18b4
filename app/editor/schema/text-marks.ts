import { Mark } from "@tiptap/core";
import { safeHref } from "./safe-href";

/** Strong text. */
export const Bold = Mark.create({
  name: "bold",
  parseHTML: () => [
    { tag: "strong" },
    { tag: "b", getAttrs: (element) => element.style.fontWeight !== "normal" && null },
    { style: "font-weight", getAttrs: (weight) => /^(bold(er)?|[5-9]\d{2})$/.test(weight) && null },
  ],
  renderHTML: () => ["strong", 0],
  addKeyboardShortcuts() {
    return { "Mod-b": () => this.editor.commands.toggleMark(this.name) };
  },
});

/** Stressed text. */
export const Italic = Mark.create({
  name: "italic",
  parseHTML: () => [{ tag: "em" }, { tag: "i" }, { style: "font-style=italic" }],
  renderHTML: () => ["em", 0],
  addKeyboardShortcuts() {
    return { "Mod-i": () => this.editor.commands.toggleMark(this.name) };
  },
});

/** Underlined text. */
export const Underline = Mark.create({
  name: "underline",
  parseHTML: () => [{ tag: "u" }],
  renderHTML: () => ["u", 0],
  addKeyboardShortcuts() {
    return { "Mod-u": () => this.editor.commands.toggleMark(this.name) };
  },
});

/** A link. An address that `safeHref` refuses is not parsed or drawn, and making the mark throws. */
export const Link = Mark.create({
  name: "link",
  inclusive: false,
  addAttributes: () => ({
    href: {
      default: "",
      validate: (href: unknown) => {
        if (safeHref(href) === null) throw new RangeError("A link goes to an address that is not allowed");
      },
    },
  }),
  parseHTML: () => [
    { tag: "a[href]", getAttrs: (element) => safeHref(element.getAttribute("href")) !== null && null },
  ],
  renderHTML: ({ HTMLAttributes }) => {
    const href = safeHref(HTMLAttributes.href);
    return href === null ? ["span", 0] : ["a", { href, rel: "noopener noreferrer nofollow" }, 0];
  },
});
