const dropped = new Set(["SCRIPT", "STYLE", "META", "LINK", "TITLE", "HEAD", "IFRAME", "OBJECT", "EMBED", "FORM", "INPUT", "BUTTON", "SELECT", "TEXTAREA", "NOSCRIPT", "TEMPLATE"]);
const pictures = new Set(["IMG", "SVG", "PICTURE", "VIDEO", "AUDIO", "CANVAS", "MATH"]);
const blockTags = new Set(["P", "DIV", "UL", "OL", "LI", "TABLE", "BLOCKQUOTE", "PRE", "SECTION", "ARTICLE", "MAIN", "HEADER", "FOOTER", "ASIDE", "H1", "H2", "H3", "H4", "H5", "H6", "DL", "DT", "DD", "FIGURE", "FIGCAPTION", "HR", "ADDRESS", "NAV", "CENTER"]);
const typedNumber = /^\s*(?:(?:\d{1,3}\.)+\d{0,3}|\d{1,3}[.)]|[IVXLC]{1,6}[.)]|[A-Z][.)])\s+/;
export const deepest = 200;

/** What is told to whoever pastes it: left out, or kept in another form. */
export type Missed = "picture" | "deletion" | "comment" | "innerTable" | "unsafeLink" | "deepList";
export type Miss = (what: Missed) => void;

/** A list as it stands on a page, with the lists in it. */
export function listElement(list: Element, depth: number, miss: Miss): string {
  const tag = list.tagName.toLowerCase();
  const start = tag === "ol" ? Number.parseInt(list.getAttribute("start") ?? "1", 10) || 1 : 1;
  let made = "";
  for (const child of list.children) {
    // Google Docs and Word put a list inside a list without an entry around it.
    if (/^(UL|OL)$/i.test(child.tagName)) made = made.endsWith("</li>") ? `${made.slice(0, -5)}${listElement(child, depth + 1, miss)}</li>` : made + `<li><p></p>${listElement(child, depth + 1, miss)}</li>`;
    else made += `<li>${cellOf(child, depth, miss)}</li>`;
  }
  return made ? `<${tag}${start === 1 ? "" : ` start="${start}"`}>${made}</${tag}>` : "";
}

/** A table: its rows and cells, with what they span. */
export function tableElement(table: Element, depth: number, miss: Miss): string {
  const rows = [...table.querySelectorAll("tr")].filter((row) => row.closest("table") === table);
  const made = rows.map((row) => {
    const cells = [...row.children].filter((cell) => /^(TD|TH)$/i.test(cell.tagName));
    return `<tr>${cells.map((cell) => `<${cell.tagName.toLowerCase()}${spanOf(cell, "colspan")}${spanOf(cell, "rowspan")}>${cellOf(cell, depth + 1, miss, true)}</${cell.tagName.toLowerCase()}>`).join("")}</tr>`;
  });
  return made.length ? `<table><tbody>${made.join("")}</tbody></table>` : "";
}

/** The paragraphs and lists of a cell or an entry; a table inside is told line by line. */
function cellOf(cell: Element, depth: number, miss: Miss, isCell = false): string {
  if (depth > deepest) return plain(wordsOf(cell)) ? `<p>${wordsOf(cell).trim()}</p>` : "";
  let made = "";
  let line = "";
  const flush = () => {
    if (plain(line)) made += `<p>${line.trim()}</p>`;
    line = "";
  };
  for (const child of cell.childNodes) {
    if (!(child instanceof Element)) line += child.nodeType === 3 ? escaped(child.textContent ?? "") : "";
    else if (isOut(child)) {
      if (isPicture(child)) miss("picture");
    } else if (/^(UL|OL)$/i.test(child.tagName)) {
      flush();
      // An entry begins with a paragraph.
      made += `${made || isCell ? "" : "<p></p>"}${listElement(child, depth + 1, miss)}`;
    } else if (child.tagName.toUpperCase() === "TABLE") {
      flush();
      miss("innerTable");
      for (const row of child.querySelectorAll("tr")) made += `<p>${escaped([...row.children].map((each) => (each.textContent ?? "").trim()).join(" · "))}</p>`;
    } else if (holdsBlocks(child)) {
      flush();
      made += cellOf(child, depth + 1, miss, isCell);
    } else line += inline(child, depth + 1);
  }
  flush();
  return made || (isCell ? "<p></p>" : made);
}

/** Letters with the forms that a document knows: strong, stressed, underlined, linked, commented. */
export function inline(element: Element, depth: number): string {
  const tag = element.tagName.toUpperCase();
  if (isOut(element)) return "";
  if (depth > deepest) return wordsOf(element);
  if (tag === "BR") return "<br>";
  if (tag === "SUP" && element.hasAttribute("data-footnote")) return `<sup data-footnote="${escaped(element.getAttribute("data-footnote") ?? "")}"></sup>`;
  const words = inside(element, depth);
  if (!words) return "";
  const weight = styled(element, "font-weight");
  const slant = styled(element, "font-style");
  const heavy = /^(bold|bolder|[6-9]00)$/.test(weight) || (/^(B|STRONG)$/.test(tag) && !/^(normal|[1-4]00)$/.test(weight));
  const slanted = slant === "italic" || (/^(I|EM|CITE)$/.test(tag) && slant !== "normal");
  const lined = (/underline/.test(styled(element, "text-decoration")) && tag !== "A") || tag === "U";
  let made = words;
  if (lined) made = `<u>${made}</u>`;
  if (slanted) made = `<em>${made}</em>`;
  if (heavy) made = `<strong>${made}</strong>`;
  const href = tag === "A" ? element.getAttribute("href") : null;
  if (href) made = `<a href="${escaped(href)}">${made}</a>`;
  const thread = element.getAttribute("data-comment");
  return thread ? `<span data-comment="${escaped(thread)}">${made}</span>` : made;
}

/** Read from the attribute: the page's rules on styles keep the browser from reading it for us. */
function styled(element: Element, property: string): string {
  const found = new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;]+)`, "i").exec(element.getAttribute("style") ?? "");
  return (found?.[1] ?? "").trim().toLowerCase();
}

export function inside(element: Element, depth: number): string {
  let made = "";
  for (const child of element.childNodes) made += child instanceof Element ? inline(child, depth + 1) : child.nodeType === 3 ? escaped(child.textContent ?? "") : "";
  return made;
}

/** A title is words only, without the number that was typed before it: clauses are numbered here. */
export function titleOf(element: Element): string {
  element.querySelectorAll('[style*="mso-list:Ignore"], [style*="mso-list: Ignore"]').forEach((marker) => marker.remove());
  const words = (element.textContent ?? "").replace(/\s+/g, " ").trim();
  return escaped(words.replace(typedNumber, "") || words);
}

export function holdsBlocks(element: Element): boolean {
  if (blockTags.has(element.tagName.toUpperCase())) return true;
  return [...element.children].some(holdsBlocks);
}

/** What is no text, or is not shown. */
export function isOut(element: Element): boolean {
  const tag = element.tagName.toUpperCase();
  const style = element.getAttribute("style") ?? "";
  return dropped.has(tag) || isPicture(element) || tag.startsWith("O:") || tag.startsWith("V:") || /display:\s*none|mso-hide:\s*all|mso-element:\s*(header|footer)/i.test(style);
}

function spanOf(cell: Element, name: "colspan" | "rowspan"): string {
  const span = Number.parseInt(cell.getAttribute(name) ?? "1", 10);
  return span > 1 && span <= 100 ? ` ${name}="${span}"` : "";
}

/** True where there is something to read. */
export function plain(html: string): boolean {
  return html.replace(/<(?!sup)[^>]*>/g, "").replace(/&nbsp;|\u00a0/g, " ").trim() !== "";
}

/** The words of what is nested too deep to be read part by part. */
export function wordsOf(element: Element): string {
  return escaped(element.textContent ?? "");
}

export function escaped(text: string): string {
  return text.replace(/[\u00a0\t\r\n ]+/g, " ").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

export function isPicture(element: Element): boolean {
  return pictures.has(element.tagName.toUpperCase());
}
