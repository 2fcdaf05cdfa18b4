import type { DocumentMark, DocumentNode } from "../../schema/document-node";
import { safeHref } from "../../schema/safe-href";
import { approvalTable } from "../approval-table";
import type { ExportedText } from "../exported-text";
import { calloutNames, referenceWords, takeTextNotes, type TextNotes } from "../text-notes";
import { pageStyles } from "./page-styles";

/** A text as one page that needs nothing else: its styles are in it, and no script. */
export function htmlOf(text: ExportedText): string {
  const notes = takeTextNotes(text.content);
  const body = (text.content.content ?? []).map((clause) => clauseHtml(clause, 2, notes)).join("\n");
  const facts = text.facts.map(({ term, fact }) => `<div><dt>${escaped(term)}</dt><dd>${escaped(fact)}</dd></div>`).join("\n");
  const approval = text.approvals.length ? `<section aria-labelledby="approval"><h2 id="approval">Approval</h2>${tableHtml(approvalTable(text.approvals), notes)}</section>` : "";
  return `<!doctype html>
<html lang="${escaped(text.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(`${text.number} ${text.title}, ${text.standing}`)}</title>
<style>${pageStyles}</style>
</head>
<body>
<header>
<p class="quiet">${escaped(text.program)}</p>
<h1>${escaped(text.title)}</h1>
<p class="standing">${escaped(text.standing)}</p>
<dl>
${facts}
</dl>
</header>
<main>
${body}
${approval}
${notesHtml(notes)}
</main>
<footer><p>${escaped(text.foot)}</p><p class="hash">SHA-256 ${escaped(text.hash)}</p></footer>
</body>
</html>
`;
}

function clauseHtml(clause: DocumentNode, depth: number, notes: TextNotes): string {
  if (clause.type !== "clause") return "";
  const id = escaped(String(clause.attrs?.id ?? ""));
  const number = notes.numberOf(String(clause.attrs?.id ?? "")) ?? "";
  const title = clause.content?.find(({ type }) => type === "clauseTitle");
  const heading = `h${Math.min(6, depth)}`;
  const below = (clause.content ?? []).filter(({ type }) => type !== "clauseTitle").map((node) => (node.type === "clause" ? clauseHtml(node, depth + 1, notes) : blockHtml(node, notes)));
  return `<section id="clause-${id}"><${heading}><span class="number">${number}</span> ${inline(title?.content, notes)}</${heading}>\n${below.join("\n")}</section>`;
}

function blockHtml(node: DocumentNode, notes: TextNotes): string {
  const below = () => (node.content ?? []).map((child) => blockHtml(child, notes)).join("");
  switch (node.type) {
    case "paragraph":
      return node.content?.length ? `<p>${inline(node.content, notes)}</p>` : "";
    case "bulletList":
      return `<ul>${below()}</ul>`;
    case "orderedList":
      return `<ol${node.attrs?.start === 1 || typeof node.attrs?.start !== "number" ? "" : ` start="${node.attrs.start}"`}>${below()}</ol>`;
    case "listItem":
      return `<li>${below()}</li>`;
    case "callout": {
      const name = calloutNames[String(node.attrs?.tone)] ?? "Note";
      return `<aside aria-label="${name}"><p class="callout-name">${name}</p>${below()}</aside>`;
    }
    case "table":
      return tableHtml(node, notes);
    default:
      return "";
  }
}

function tableHtml(table: DocumentNode, notes: TextNotes): string {
  const rows = table.content ?? [];
  const first = rows.findIndex(({ content = [] }) => content.length === 0 || content.some(({ type }) => type !== "tableHeader"));
  const headings = first === -1 ? 0 : first;
  const row = ({ content = [] }: DocumentNode, scope: "col" | "row") => `<tr>${content.map((cell) => cellHtml(cell, scope, notes)).join("")}</tr>`;
  const head = headings ? `<thead>${rows.slice(0, headings).map((each) => row(each, "col")).join("")}</thead>` : "";
  return `<div class="table" role="region" aria-label="Table" tabindex="0"><table>${head}<tbody>${rows.slice(headings).map((each) => row(each, "row")).join("")}</tbody></table></div>`;
}

function cellHtml(cell: DocumentNode, scope: "col" | "row", notes: TextNotes): string {
  const spans = (["colspan", "rowspan"] as const).map((name) => (typeof cell.attrs?.[name] === "number" && cell.attrs[name] !== 1 ? ` ${name}="${cell.attrs[name]}"` : "")).join("");
  const body = (cell.content ?? []).map((node) => blockHtml(node, notes)).join("");
  return cell.type === "tableHeader" ? `<th scope="${scope}"${spans}>${body}</th>` : `<td${spans}>${body}</td>`;
}

function notesHtml({ notes }: TextNotes): string {
  if (!notes.length) return "";
  const entries = notes.map((note, at) => `<li id="note-${at + 1}">${escaped(note)} <a href="#to-note-${at + 1}" aria-label="Back to note ${at + 1} in the text">↩</a></li>`);
  return `<section class="notes" aria-labelledby="notes"><h2 id="notes">Notes</h2><ol>${entries.join("")}</ol></section>`;
}

function inline(nodes: readonly DocumentNode[] | undefined, notes: TextNotes): string {
  return (nodes ?? []).map((node) => inlineNode(node, notes)).join("");
}

function inlineNode(node: DocumentNode, notes: TextNotes): string {
  if (node.type === "hardBreak") return "<br>";
  if (node.type === "footnote") {
    const number = notes.take(String(node.attrs?.text ?? ""));
    return `<sup><a id="to-note-${number}" href="#note-${number}" aria-label="Note ${number}">${number}</a></sup>`;
  }
  if (node.type === "crossReference") {
    const number = notes.numberOf(String(node.attrs?.clause ?? ""));
    return number === null ? escaped(referenceWords(null)) : `<a href="#clause-${escaped(String(node.attrs?.clause))}">${number}</a>`;
  }
  return (node.marks ?? []).reduceRight(withMark, escaped(node.text ?? ""));
}

function withMark(inner: string, { type, attrs }: DocumentMark): string {
  if (type === "bold") return `<strong>${inner}</strong>`;
  if (type === "italic") return `<em>${inner}</em>`;
  if (type === "underline") return `<u>${inner}</u>`;
  const href = type === "link" ? safeHref(attrs?.href) : null;
  // A path on this site leads nowhere from a file.
  return href === null || href.startsWith("/") ? inner : `<a href="${escaped(href)}" rel="noopener noreferrer nofollow">${inner}</a>`;
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;").replace(/'/g, "&#39;");
}
