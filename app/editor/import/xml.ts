import { DOMParser, type Element } from "@xmldom/xmldom";
import { Refused } from "./unpack";

/** The root of an XML part. Throws Refused when it is not well formed. */
export function parseXml(text: string): Element {
  const complain = () => {
    throw new Refused("The file is damaged: a part of it is not well-formed XML.");
  };
  try {
    const root = new DOMParser({ onError: complain }).parseFromString(text, "text/xml").documentElement;
    return root ?? complain();
  } catch {
    return complain();
  }
}

/** The child elements. */
export function childrenOf(element: Element): Element[] {
  const children: Element[] = [];
  for (let child = element.firstChild; child; child = child.nextSibling)
    if (child.nodeType === 1) children.push(child as Element);
  return children;
}

/** The first child of this name ("w:pPr"), or of the name at the end of a path of names. */
export function childOf(element: Element | null | undefined, ...path: string[]): Element | null {
  let at: Element | null = element ?? null;
  for (const name of path) at = (at && childrenOf(at).find((child) => child.tagName === name)) ?? null;
  return at;
}

/** The `w:val` of a child, null when there is no such child or value. */
export function valueOf(element: Element | null | undefined, ...path: string[]): string | null {
  return childOf(element, ...path)?.getAttribute("w:val") ?? null;
}

/** A switch such as `w:b`: true, false, or null when the file says nothing. */
export function switchOf(element: Element | null | undefined, name: string): boolean | null {
  const found = childOf(element, name);
  return found ? !["0", "false", "off", "none"].includes(found.getAttribute("w:val") ?? "") : null;
}
