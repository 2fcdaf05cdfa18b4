import type { DocumentMark, DocumentNode } from "../../schema/document-node";
import { safeHref } from "../../schema/safe-href";
import { approvalTable } from "../approval-table";
import type { ExportedText } from "../exported-text";
import { calloutNames, referenceWords, takeTextNotes, type TextNotes } from "../text-notes";

/** A text as Markdown (CommonMark with tables and footnotes), its facts before it and the approvals behind. */
export function markdownOf(text: ExportedText): string {
  const notes = takeTextNotes(text.content);
  const facts = text.facts.map(({ term, fact }) => `- **${escaped(term)}:** ${escaped(fact)}`);
  const parts = [
    `# ${escaped(text.title)}`,
    `${escaped(text.program)}. ${escaped(text.standing)}.`,
    facts.join("\n"),
    ...(text.content.content ?? []).flatMap((clause) => clauseParts(clause, 2, notes)),
    ...(text.approvals.length ? ["## Approval", tableText(approvalTable(text.approvals), notes)] : []),
    ...notes.notes.map((note, at) => `[^${at + 1}]: ${escaped(note).replace(/\n+/g, " ")}`),
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

function clauseParts(clause: DocumentNode, depth: number, notes: TextNotes): string[] {
  if (clause.type !== "clause") return [];
  const id = String(clause.attrs?.id ?? "");
  const number = notes.numberOf(id) ?? "";
  const title = clause.content?.find(({ type }) => type === "clauseTitle");
  const heading = `${"#".repeat(Math.min(6, depth))} ${number}${title?.content ? ` ${inline(title.content, notes)}` : ""}`;
  const below = (clause.content ?? []).filter(({ type }) => type !== "clauseTitle");
  return [heading, ...below.flatMap((node) => (node.type === "clause" ? clauseParts(node, depth + 1, notes) : [block(node, notes)]))];
}

function block(node: DocumentNode, notes: TextNotes): string {
  const { content = [], attrs } = node;
  if (node.type === "paragraph") return lineStart(inline(content, notes));
  if (node.type === "bulletList") return content.map((entry) => indented(entry, "- ", notes)).join("\n");
  if (node.type === "orderedList") {
    const start = typeof attrs?.start === "number" ? Math.max(0, attrs.start) : 1;
    return content.map((entry, at) => indented(entry, `${start + at}. `, notes)).join("\n");
  }
  if (node.type === "callout") return quoted([`**${calloutNames[String(attrs?.tone)] ?? "Note"}**`, ...content.map((each) => block(each, notes))].join("\n\n"));
  return node.type === "table" ? tableText(node, notes) : "";
}

function indented(entry: DocumentNode, mark: string, notes: TextNotes): string {
  const blocks = entry.content ?? [];
  const loose = blocks.filter(({ type }) => type === "paragraph").length > 1;
  const text = blocks.map((node) => block(node, notes)).join(loose ? "\n\n" : "\n");
  return `${mark}${text.replace(/\n(?=.)/g, `\n${" ".repeat(mark.length)}`)}`;
}

function quoted(text: string): string {
  return text.replace(/^/gm, "> ").replace(/^> $/gm, ">");
}

/** Markdown has neither merged cells nor several paragraphs in one: what spans is followed by empty cells. */
function tableText(table: DocumentNode, notes: TextNotes): string {
  const filled = new Map<string, string>();
  let columns = 0;
  (table.content ?? []).forEach(({ content = [] }, row) => {
    let column = 0;
    for (const cell of content) {
      while (filled.has(`${row} ${column}`)) column++;
      const across = whole(cell.attrs?.colspan);
      for (let y = 0; y < whole(cell.attrs?.rowspan); y++) for (let x = 0; x < across; x++) filled.set(`${row + y} ${column + x}`, "");
      filled.set(`${row} ${column}`, cellText(cell, notes));
      column += across;
      columns = Math.max(columns, column);
    }
  });
  const rows = (table.content ?? []).map((_, row) => `| ${Array.from({ length: columns }, (__, column) => filled.get(`${row} ${column}`) ?? "").join(" | ")} |`);
  const rule = `|${" --- |".repeat(columns)}`;
  const [first, ...others] = rows;
  const headed = table.content?.[0]?.content?.every(({ type }) => type === "tableHeader");
  return headed ? [first, rule, ...others].join("\n") : [`|${"  |".repeat(columns)}`, rule, ...rows].join("\n");
}

function cellText(cell: DocumentNode, notes: TextNotes): string {
  const lines = (nodes: readonly DocumentNode[], mark = ""): string[] =>
    nodes.flatMap((node) => {
      if (node.type === "paragraph") return [`${mark}${inline(node.content ?? [], notes)}`];
      return (node.content ?? []).flatMap((entry, at) => lines(entry.content ?? [], node.type === "orderedList" ? `${whole(node.attrs?.start) + at}\\. ` : "• "));
    });
  return lines(cell.content ?? []).join("<br>").replace(/\\\n|\n/g, "<br>");
}

function inline(nodes: readonly DocumentNode[], notes: TextNotes): string {
  return nodes.map((node) => inlineNode(node, notes)).join("");
}

function inlineNode(node: DocumentNode, notes: TextNotes): string {
  if (node.type === "hardBreak") return "\\\n";
  if (node.type === "footnote") return `[^${notes.take(String(node.attrs?.text ?? ""))}]`;
  if (node.type === "crossReference") return escaped(notes.numberOf(String(node.attrs?.clause ?? "")) ?? referenceWords(null));
  return marked(node.text ?? "", node.marks ?? []);
}

/** Marks hold words, not the blanks around them. */
function marked(text: string, marks: readonly DocumentMark[]): string {
  const [, before = "", words = "", after = ""] = /^(\s*)([^]*?)(\s*)$/.exec(text) ?? [];
  if (!words) return text;
  let written = escaped(words);
  const has = (type: string) => marks.some((mark) => mark.type === type);
  if (has("underline")) written = `<u>${written}</u>`;
  if (has("italic")) written = `*${written}*`;
  if (has("bold")) written = `**${written}**`;
  const href = safeHref(marks.find(({ type }) => type === "link")?.attrs?.href);
  // A path on this site leads nowhere from a file.
  if (href && !href.startsWith("/")) written = `[${written}](<${href.replace(/[<>]/g, encodeURIComponent)}>)`;
  return `${before}${written}${after}`;
}

/** What would be markup is written as the letters it is. */
function escaped(text: string): string {
  return text.replace(/&(?=#?\w+;)/g, "&amp;").replace(/</g, "&lt;").replace(/[\\`*_[\]|~$^]/g, "\\$&").replace(/!(?=\\\[)/g, "\\!").replace(/(https?|ftp|www|mailto)([:.])/gi, "$1\\$2");
}

/** What makes a list, a heading or a quotation only where it stands first. */
function lineStart(text: string): string {
  return text.replace(/^([ \t]*)([#>+=-])/gm, "$1\\$2").replace(/^([ \t]*\d{1,9})([.)])/gm, "$1\\$2");
}

function whole(value: unknown): number {
  return typeof value === "number" && value > 0 ? value : 1;
}
