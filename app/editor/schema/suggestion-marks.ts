import { Mark } from "@tiptap/core";
import { safeHref } from "./safe-href";
import { isStamp, type Stamp } from "./stamp";

const required = (name: keyof Stamp, good: Stamp) => ({
  default: "",
  validate: (value: unknown) => {
    if (!isStamp({ ...good, [name]: value })) throw new RangeError("A suggestion has no usable stamp");
  },
});

const good: Stamp = { id: "a", author: "a", at: "2026-01-01T00:00:00Z" };
const stampAttributes = () => ({ id: required("id", good), author: required("author", good), at: required("at", good) });

// What is suggested is told by marks that say nothing of the text itself: the text under them is as it was.
// Nothing that is pasted makes one, and typing beside one does not go on with it.

/** Letters that somebody would add. Rejecting it takes them away. */
export const Insertion = Mark.create({
  name: "insertion",
  inclusive: false,
  addAttributes: stampAttributes,
  renderHTML: ({ HTMLAttributes }) => ["ins", { "data-suggestion": HTMLAttributes.id }, 0],
});

/** Letters that somebody would take away. Accepting it does. It may stand on an insertion, also somebody else's. */
export const Deletion = Mark.create({
  name: "deletion",
  inclusive: false,
  addAttributes: stampAttributes,
  renderHTML: ({ HTMLAttributes }) => ["del", { "data-suggestion": HTMLAttributes.id }, 0],
});

const formatting = (name: string, shown: string) =>
  Mark.create({
    name,
    inclusive: false,
    addAttributes: () => ({
      ...stampAttributes(),
      on: {
        default: true,
        validate: (value: unknown) => {
          if (typeof value !== "boolean") throw new RangeError("A suggested form is neither on nor off");
        },
      },
    }),
    renderHTML: ({ HTMLAttributes }) => ["span", { "data-suggestion": HTMLAttributes.id, "data-suggested": HTMLAttributes.on ? shown : `not-${shown}` }, 0],
  });

/** Letters that somebody would make strong, or no longer. One on a letter at a time. */
export const SuggestedBold = formatting("suggestedBold", "bold");

/** Letters that somebody would stress, or no longer. */
export const SuggestedItalic = formatting("suggestedItalic", "italic");

/** Letters that somebody would underline, or no longer. */
export const SuggestedUnderline = formatting("suggestedUnderline", "underline");

/** Letters that somebody would link to an address; an empty address takes the link away. */
export const SuggestedLink = Mark.create({
  name: "suggestedLink",
  inclusive: false,
  addAttributes: () => ({
    ...stampAttributes(),
    href: {
      default: "",
      validate: (href: unknown) => {
        if (href !== "" && safeHref(href) === null) throw new RangeError("A link goes to an address that is not allowed");
      },
    },
  }),
  renderHTML: ({ HTMLAttributes }) => ["span", { "data-suggestion": HTMLAttributes.id, "data-suggested": HTMLAttributes.href ? "link" : "not-link" }, 0],
});

/** The place of a thread in the text: it travels with the letters. Threads may overlap. */
export const CommentAnchor = Mark.create({
  name: "comment",
  excludes: "",
  inclusive: false,
  addAttributes: () => ({
    thread: {
      default: "",
      validate: (thread: unknown) => {
        if (typeof thread !== "string" || !/^[A-Za-z0-9-]{1,64}$/.test(thread)) throw new RangeError("A comment has no usable thread");
      },
    },
  }),
  parseHTML: () => [{ tag: "span[data-comment]", getAttrs: (element) => /^[A-Za-z0-9-]{1,64}$/.test(element.getAttribute("data-comment") ?? "") && { thread: element.getAttribute("data-comment") } }],
  renderHTML: ({ HTMLAttributes }) => ["span", { "data-comment": HTMLAttributes.thread }, 0],
});
