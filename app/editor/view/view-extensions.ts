import type { Extensions } from "@tiptap/core";

/** What only the editor in the browser has: it changes how the text is shown and handled, not what a document is made of. */
export const viewExtensions: Extensions = [];
