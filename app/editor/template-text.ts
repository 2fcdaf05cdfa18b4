import type { DocumentKind } from "~/domain/documents/kinds";
import { templates } from "~/domain/documents/templates";
import type { DocumentNode } from "./schema/document-node";

/** A text of the sections that its kind asks for, with nothing in them. */
export function templateText(kind: DocumentKind): DocumentNode {
  return {
    type: "doc",
    content: templates[kind].map(({ clauseId, title }) => ({
      type: "clause",
      attrs: { id: clauseId },
      content: [{ type: "clauseTitle", content: [{ type: "text", text: title }] }, { type: "paragraph" }],
    })),
  };
}
