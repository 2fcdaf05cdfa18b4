import type { Element } from "@xmldom/xmldom";

/** What marks places in the file: which comments are on a run, and which bookmarks begin in a paragraph or just before it. */
export type Places = { commentsOn: (run: Element) => readonly string[]; bookmarksIn: (paragraph: Element) => readonly string[] };

/** Walks the body once, in reading order, without recursion. */
export function placesIn(body: Element): Places {
  const comments = new Map<Element, string[]>();
  const bookmarks = new Map<Element, string[]>();
  const open = new Set<string>();
  const ranged = new Set<string>();
  let waiting: string[] = [];
  let paragraph: Element | null = null;
  let run: Element | null = null;
  const visit = (element: Element) => {
    const id = element.getAttribute("w:id") ?? "";
    if (element.tagName === "w:p") {
      paragraph = element;
      bookmarks.set(element, waiting);
      waiting = [];
    } else if (element.tagName === "w:r") {
      if (!firstOf(element, "w:commentReference")) run = element;
      if (open.size) comments.set(element, [...open]);
    } else if (element.tagName === "w:commentRangeStart") {
      open.add(id);
      ranged.add(id);
    } else if (element.tagName === "w:commentRangeEnd") open.delete(id);
    else if (element.tagName === "w:commentReference" && !ranged.has(id) && run) comments.set(run, [...(comments.get(run) ?? []), id]);
    else if (element.tagName === "w:bookmarkStart") {
      const name = element.getAttribute("w:name") ?? "";
      if (paragraph && isInside(element, paragraph)) bookmarks.get(paragraph)?.push(name);
      else waiting.push(name);
    }
  };
  for (let at: Element | null = body; at; at = following(at, body)) visit(at);
  return { commentsOn: (each) => comments.get(each) ?? [], bookmarksIn: (each) => bookmarks.get(each) ?? [] };
}

function following(element: Element, root: Element): Element | null {
  const inside = nextElement(element.firstChild);
  if (inside) return inside;
  for (let at: Element | null = element; at && at !== root; at = at.parentNode as Element | null) {
    const beside = nextElement(at.nextSibling);
    if (beside) return beside;
  }
  return null;
}

function nextElement(node: Element["firstChild"]): Element | null {
  let at = node;
  while (at && at.nodeType !== 1) at = at.nextSibling;
  return at as Element | null;
}

function firstOf(element: Element, name: string): boolean {
  for (let child = element.firstChild; child; child = child.nextSibling) if ((child as Element).tagName === name) return true;
  return false;
}

function isInside(element: Element, paragraph: Element): boolean {
  for (let at = element.parentNode; at; at = at.parentNode) if (at === paragraph) return true;
  return false;
}
