import { Node } from "@tiptap/pm/model";
import type { DocumentNode } from "../../schema/document-node";
import { documentSchema } from "../../schema/document-schema";

/** A text with every attribute written out, so that two can be compared. Only tests use it. */
export function bare(content: DocumentNode): unknown {
  return Node.fromJSON(documentSchema, content).toJSON();
}
