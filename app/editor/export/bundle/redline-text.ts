import type { Redline } from "../../redline";
import type { BlockChange } from "../../redline-blocks";
import type { Span } from "../../redline-words";
import type { DocumentNode } from "../../schema/document-node";

/** The changes as a text of their own, one clause for each changed clause: what came and went stands in brackets and says so, for paper and for ears. */
export function redlineText({ changes }: Redline): DocumentNode {
  return {
    type: "doc",
    content: changes.map(({ clauseId, kind, before, after, title, blocks }) => ({
      type: "clause",
      attrs: { id: clauseId },
      content: [
        { type: "clauseTitle", content: [{ type: "text", text: `Clause ${(after ?? before)?.number ?? ""} (${kind}): ` }, ...words(title)] },
        ...blocks.flatMap(paragraphs),
      ],
    })),
  };
}

function paragraphs(block: BlockChange): DocumentNode[] {
  switch (block.type) {
    case "paragraph":
      return paragraph(block.spans);
    case "callout":
      return block.blocks.flatMap(paragraphs);
    case "list":
      return block.entries.flatMap(({ spans, marker }) => paragraph(spans, marker ? "• " : ""));
    case "table":
      return block.rows.flatMap(({ cells }) => paragraph(cells.flatMap(({ spans }, at) => [...(at > 0 ? [{ kind: "same" as const, text: " | " }] : []), ...spans])));
  }
}

function paragraph(spans: readonly Span[], mark = ""): DocumentNode[] {
  const content = [...(mark ? [{ type: "text", text: mark }] : []), ...words(spans)];
  return content.length === 0 ? [] : [{ type: "paragraph", content }];
}

function words(spans: readonly Span[]): DocumentNode[] {
  return spans
    .filter(({ text }) => text !== "")
    .map(({ kind, text }) => {
      if (kind === "same") return { type: "text", text };
      if (kind === "inserted") return { type: "text", text: `[added: ${text}]`, marks: [{ type: "underline" }] };
      return { type: "text", text: `[removed: ${text}]`, marks: [{ type: "italic" }] };
    });
}
