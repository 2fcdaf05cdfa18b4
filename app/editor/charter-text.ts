import { charterSections, type CharterRules } from "~/domain/voting/charter";
import type { DocumentNode } from "./schema/document-node";

/** The charter as a text: one clause a section, one paragraph a sentence. The same rules give the same text. */
export function charterText(rules: CharterRules, groupNames: Record<string, string>): DocumentNode {
  return {
    type: "doc",
    content: charterSections(rules, groupNames).map(({ id, title, sentences }) => ({
      type: "clause",
      attrs: { id },
      content: [
        { type: "clauseTitle", content: [{ type: "text", text: title }] },
        ...sentences.map((sentence) => ({ type: "paragraph", content: [{ type: "text", text: sentence }] })),
      ],
    })),
  };
}
