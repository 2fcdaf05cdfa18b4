import type { DocumentNode } from "../schema/document-node";
import type { Approval } from "./exported-text";

/** The answers of the agencies as a table of a document. */
export function approvalTable(approvals: readonly Approval[]): DocumentNode {
  const rows = approvals.map(({ agency, head, outcome, date }) => [cell("tableHeader", agency), cell("tableCell", head), cell("tableCell", outcome), cell("tableCell", date)]);
  const headings = ["Agency", "Head of agency", "Decision", "Date"].map((name) => cell("tableHeader", name));
  return { type: "table", content: [headings, ...rows].map((content) => ({ type: "tableRow", content })) };
}

function cell(type: string, words: string): DocumentNode {
  return { type, content: [{ type: "paragraph", content: words ? [{ type: "text", text: words }] : [] }] };
}
