import { safeHref } from "~/editor/schema/safe-href";
import { readNotes } from "./notes-in-paste";
import { deepest, escaped, holdsBlocks, inline, inside, isOut, isPicture, listElement, plain, tableElement, titleOf, wordsOf, type Missed } from "./pasted-elements";

/** What was pasted, as plain elements that the schema knows, and what its writer should know about it, in sentences. */
export type TidyPaste = { html: string; hasHeadings: boolean; told: string[] };

/** Deeper lists find no room in a table of a clause on the lowest level. */
const deepestList = 6;

/** An entry of a list in Word: `list` tells lists apart that stand one behind the other, `start` is the number that it shows. */
type Entry = { level: number; ordered: boolean; list: string; start: number; html: string };

/**
 * Makes what Word, Google Docs, a web page or a PDF viewer puts on the clipboard into headings, paragraphs, lists and tables, and nothing else.
 * Headings become clauses. Fonts, colours, sizes and pictures stay out.
 */
export function tidyPaste(html: string): TidyPaste {
  const page = new DOMParser().parseFromString(html, "text/html");
  const missing = new Map<Missed, number>();
  const miss = (what: Missed) => void missing.set(what, (missing.get(what) ?? 0) + 1);
  readNotes(page.body, miss);
  for (const link of page.body.querySelectorAll("a[href]")) {
    const href = link.getAttribute("href") ?? "";
    if (safeHref(href) !== null) continue;
    link.removeAttribute("href");
    // A place on the page that it was copied from is not missed.
    if (!href.startsWith("#")) miss("unsafeLink");
  }
  if (raiseDeepLists(page.body)) miss("deepList");
  const out: { level: number; html: string }[] = [];
  let entries: Entry[] = [];

  const closeList = () => {
    if (entries.length) out.push({ level: 0, html: listOf(entries) });
    entries = [];
  };
  const add = (level: number, made: string) => {
    closeList();
    out.push({ level, html: made });
  };

  const blocks = (parent: Element, depth: number): void => {
    let line = "";
    const flush = () => {
      if (plain(line)) add(0, `<p>${line.trim()}</p>`);
      line = "";
    };
    for (const child of parent.childNodes) {
      if (!(child instanceof Element)) {
        line += child.nodeType === 3 ? escaped(child.textContent ?? "") : "";
        continue;
      }
      if (isOut(child)) {
        if (isPicture(child)) miss("picture");
        continue;
      }
      if (!holdsBlocks(child)) {
        line += inline(child, depth + 1);
        continue;
      }
      flush();
      if (depth < deepest) block(child, depth + 1);
      else if (plain(wordsOf(child))) add(0, `<p>${wordsOf(child).trim()}</p>`);
    }
    flush();
  };

  const block = (element: Element, depth: number): void => {
    const tag = element.tagName.toUpperCase();
    const word = /mso-list:\s*(l\d+)\s+level(\d)(?:\s+(lfo\d+))?/i.exec(element.getAttribute("style") ?? "");
    const heading = /^H([1-6])$/.exec(tag)?.[1];
    if (heading && plain(inside(element, depth))) return add(Number(heading), titleOf(element));
    if (word && (tag === "P" || tag === "DIV")) {
      const marker = element.querySelector('[style*="mso-list:Ignore"], [style*="mso-list: Ignore"]');
      const sign = (marker?.textContent ?? "").replace(/[o§·\s]/g, "");
      marker?.remove();
      if (plain(inside(element, depth))) {
        if (Number(word[2]) > deepestList) miss("deepList");
        entries.push({ level: Math.min(Number(word[2]), deepestList), ordered: /[0-9a-z]/i.test(sign), list: `${word[1]} ${word[3]}`, start: Number.parseInt(sign, 10) || 1, html: `<p>${inside(element, depth).trim()}</p>` });
      }
      return;
    }
    if (tag === "UL" || tag === "OL") return add(0, listElement(element, depth, miss));
    if (tag === "TABLE") return add(0, tableElement(element, depth, miss));
    if (tag === "HR") return;
    if (tag === "P" && /MsoTitle/i.test(element.className)) return add(1, titleOf(element));
    blocks(element, depth);
  };

  blocks(page.body, 0);
  closeList();
  const hasHeadings = out.some(({ level }) => level > 0);
  return { html: hasHeadings ? nested(out) : out.map((part) => part.html).join(""), hasHeadings, told: inSentences(missing) };
}

function inSentences(missing: ReadonlyMap<Missed, number>): string[] {
  const count = (what: Missed, one: string, several: string) => (missing.has(what) ? [missing.get(what) === 1 ? `1 ${one}` : `${missing.get(what)} ${several}`] : []);
  const out = [
    ...count("picture", "picture", "pictures"),
    ...count("unsafeLink", "link whose address is not safe (its words are kept)", "links whose addresses are not safe (their words are kept)"),
    ...count("deletion", "passage that a tracked change takes away", "passages that tracked changes take away"),
    ...count("comment", "comment", "comments"),
    ...count("innerTable", "table inside a table (its words are kept)", "tables inside tables (their words are kept)"),
  ];
  return [...(out.length > 0 ? [`Left out of what you pasted: ${out.join(", ")}.`] : []), ...(missing.has("deepList") ? [`Lists deeper than ${deepestList} levels were put on level ${deepestList}.`] : [])];
}

/** Puts the entries of lists that are nested too deep behind the entry that they belong to; true when there were any. */
function raiseDeepLists(body: Element): boolean {
  const lists = [...body.querySelectorAll("ul, ol")];
  const levels = new Map<Element, number>();
  const behind = new Map<Element, Element>();
  let raised = false;
  for (const list of lists) {
    const around = list.parentElement?.closest("ul, ol, td, th");
    const level = 1 + (around ? (levels.get(around) ?? 0) : 0);
    levels.set(list, level);
    if (level <= deepestList || !around) continue;
    raised = true;
    const entry = list.parentElement?.closest("li");
    const last = list.lastElementChild;
    if (entry && around.contains(entry)) {
      (behind.get(entry) ?? entry).after(...list.children);
      if (last) behind.set(entry, last);
      list.remove();
    } else list.replaceWith(...list.children);
  }
  return raised;
}

/** Headings as clauses within clauses; the highest level found is the first, and a level that was skipped does not count. */
function nested(parts: readonly { level: number; html: string }[]): string {
  let made = "";
  const open: number[] = [];
  for (const { level, html } of parts) {
    if (level === 0) {
      made += html;
      continue;
    }
    while (open.length && (open.at(-1) ?? 0) >= level) {
      made += "</section>";
      open.pop();
    }
    if (open.length === 4) {
      made += "</section>";
      open.pop();
    }
    open.push(level);
    made += `<section data-clause=""><h2 data-clause-title="">${html}</h2>`;
  }
  return made + "</section>".repeat(open.length);
}

/** Entries of another kind or another list of Word begin a list of their own. */
function listOf(entries: readonly Entry[], from = 1): string {
  let made = "";
  let open: Entry | null = null;
  for (let at = 0; at < entries.length; ) {
    const entry = entries[at] as Entry;
    let end = at + 1;
    while (end < entries.length && (entries[end] as Entry).level > from) end++;
    const below = entries.slice(at + 1, end);
    if (!open || open.ordered !== entry.ordered || (entry.ordered && open.list !== entry.list)) made += (open ? closed(open) : "") + (entry.ordered ? `<ol${entry.start > 1 ? ` start="${entry.start}"` : ""}>` : "<ul>");
    open = entry;
    made += `<li>${entry.html}${below.length ? listOf(below, Math.min(...below.map(({ level }) => level))) : ""}</li>`;
    at = end;
  }
  return open ? made + closed(open) : made;
}

function closed({ ordered }: Entry): string {
  return ordered ? "</ol>" : "</ul>";
}
