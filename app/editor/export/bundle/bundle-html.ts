import type { Redline } from "../../redline";
import type { BlockChange } from "../../redline-blocks";
import type { Span } from "../../redline-words";
import { changesInWords } from "../../changes-in-words";
import { pageStyles } from "../html/page-styles";
import { element, escaped } from "../word/xml-text";

/** A page of a bundle: it needs no other file, and no script runs in it. */
export function bundlePage({ title, lead, body }: { title: string; lead: string; body: string }): string {
  return `<!doctype html>
<html lang="en-US">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${pageStyles}${redlineStyles}</style>
</head>
<body>
<header><h1>${escaped(title)}</h1><p>${escaped(lead)}</p></header>
<main>
${body}
</main>
</body>
</html>
`;
}

const redlineStyles = `ins { text-decoration: underline; text-underline-offset: 0.15em; } del { text-decoration: line-through; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.hash { font-family: ui-monospace, Consolas, monospace; }
`;

export function heading(words: string, id: string): string {
  return element("h2", { id }, escaped(words));
}

export function paragraphHtml(words: string): string {
  return element("p", {}, escaped(words));
}

/** Facts in rows; those without words are left out. */
export function factsHtml(facts: readonly { term: string; fact: string }[]): string {
  return `<dl>${facts.filter(({ fact }) => fact).map(({ term, fact }) => `<div><dt>${escaped(term)}</dt><dd>${escaped(fact)}</dd></div>`).join("\n")}</dl>`;
}

export function tableHtml(caption: string, headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = `<thead><tr>${headings.map((words) => `<th scope="col">${escaped(words)}</th>`).join("")}</tr></thead>`;
  const body = rows.map(([first = "", ...rest]) => `<tr><th scope="row">${escaped(first)}</th>${rest.map((words) => `<td>${escaped(words)}</td>`).join("")}</tr>`).join("\n");
  return `<div class="table" role="region" aria-label="${escaped(caption)}" tabindex="0"><table><caption class="hidden">${escaped(caption)}</caption>${head}<tbody>${body}</tbody></table></div>`;
}

/** The changes as marked text, and as a list of sentences. */
export function redlineHtml(redline: Redline): string {
  const sentences = changesInWords(redline).map((sentence) => element("li", {}, escaped(sentence))).join("\n");
  const clauses = redline.changes.map(({ clauseId, before, after, title, blocks }) => {
    const number = (after ?? before)?.number ?? "";
    const what = !before ? paragraphHtml("New clause") : !after ? paragraphHtml("Clause removed") : "";
    return `<section id="clause-${escaped(clauseId)}"><h3><span class="number">${escaped(number)}</span> ${spansHtml(title)}</h3>${what}${blocks.map(blockHtml).join("\n")}</section>`;
  });
  return `${heading("The changes as marked text", "marked")}${clauses.join("\n")}${heading("The changes as a list", "list")}<ol>${sentences}</ol>`;
}

function blockHtml(block: BlockChange): string {
  switch (block.type) {
    case "paragraph":
      return `<p>${spansHtml(block.spans)}</p>`;
    case "callout":
      return `<aside>${block.blocks.map(blockHtml).join("\n")}</aside>`;
    case "list":
      return `<ul>${block.entries.map(({ spans }) => `<li>${spansHtml(spans)}</li>`).join("\n")}</ul>`;
    case "table":
      return `<div class="table" role="region" aria-label="Table" tabindex="0"><table><tbody>${block.rows.map(({ cells }) => `<tr>${cells.map(({ spans }) => `<td>${spansHtml(spans)}</td>`).join("")}</tr>`).join("\n")}</tbody></table></div>`;
  }
}

/** Most screen readers pass over ins and del, so the words say it too. */
function spansHtml(spans: readonly Span[]): string {
  return spans
    .map(({ kind, text }) => {
      if (kind === "same") return escaped(text);
      const [name, said] = kind === "inserted" ? ["ins", "added"] : ["del", "removed"];
      return `<${name}><span class="hidden"> ${said}: </span>${escaped(text)}<span class="hidden"> end of ${said} </span></${name}>`;
    })
    .join("");
}
