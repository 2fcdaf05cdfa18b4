import type { Miss } from "./pasted-elements";

/** What Word puts beside the words: footnotes come as footnotes; its comments, and words that a tracked change takes away, stay out. */
export function readNotes(body: Element, miss: Miss): void {
  for (const gone of body.querySelectorAll("del, .msoDel")) {
    // One inside another has gone with it.
    if (!body.contains(gone)) continue;
    if ((gone.textContent ?? "").trim() !== "") miss("deletion");
    gone.remove();
  }
  for (const comment of body.querySelectorAll('[style*="mso-element:comment"]')) {
    if (/mso-element:\s*comment(?!-list)/i.test(styleOf(comment))) miss("comment");
  }
  for (const around of body.querySelectorAll('[style*="mso-element:comment-list"], a.msocomanchor, .MsoCommentReference')) around.remove();
  for (const call of body.querySelectorAll('a[style*="mso-footnote-id"], a[style*="mso-endnote-id"]')) {
    const name = /mso-(?:foot|end)note-id:\s*([\w-]+)/i.exec(styleOf(call))?.[1];
    const note = name ? body.querySelector(`[id="${name}"]`) : null;
    if (!note || note.contains(call)) continue;
    for (const number of note.querySelectorAll('a[style*="mso-footnote-id"], a[style*="mso-endnote-id"]')) number.remove();
    const words = (note.textContent ?? "").replace(/\s+/g, " ").trim();
    if (!words) continue;
    const footnote = call.ownerDocument.createElement("sup");
    footnote.setAttribute("data-footnote", words);
    call.replaceWith(footnote);
    note.setAttribute("data-called", "");
  }
  for (const note of body.querySelectorAll("[data-called]")) note.remove();
}

function styleOf(element: Element): string {
  return element.getAttribute("style") ?? "";
}
