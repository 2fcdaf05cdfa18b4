import type { Element } from "@xmldom/xmldom";
import type { Notes } from "./import-report";
import { wordAuthor, wordMoment } from "./word-tracked";
import { childOf, childrenOf } from "./xml";

/** A comment of the file with its answers. `key` is what the anchors in the text say; the author is a name found in the file. */
export type ImportedComment = { key: string; author: string; at: string; body: string; quote: string; resolved: boolean; replies: { author: string; at: string; body: string }[] };

/** The words of each footnote or endnote by its id; its form is not kept, which is reported. */
export function readFootnotes(root: Element | null, notes: Notes): Map<string, string> {
  const found = new Map<string, string>();
  for (const note of root ? childrenOf(root) : []) {
    if (note.getAttribute("w:type")) continue;
    const text = wordsOf(note).trim();
    if (["w:b", "w:i", "w:u", "w:hyperlink", "w:tbl"].some((name) => note.getElementsByTagName(name).length)) notes.miss("form of the words in a footnote (the words are kept)");
    if (note.getElementsByTagName("w:ins").length + note.getElementsByTagName("w:del").length) notes.miss("tracked change in a footnote (taken as accepted)");
    if (text.length > longestNote) notes.miss("end of a very long footnote");
    found.set(note.getAttribute("w:id") ?? "", text.slice(0, longestNote));
  }
  return found;
}

const longestNote = 4_000;

/** The comments of the file by their id; an answer's id leads to the comment that it answers. */
export function readComments(root: Element | null, extended: Element | null, fileTime: string): Map<string, ImportedComment> {
  const states = new Map((extended ? childrenOf(extended) : []).map((each) => [each.getAttribute("w15:paraId"), { parent: each.getAttribute("w15:paraIdParent"), done: each.getAttribute("w15:done") === "1" }]));
  const byParagraph = new Map<string, ImportedComment>();
  const comments = new Map<string, ImportedComment>();
  for (const element of root ? childrenOf(root) : []) {
    if (element.tagName !== "w:comment") continue;
    const id = element.getAttribute("w:id") ?? "";
    const paragraph = childrenOf(element).findLast(({ tagName }) => tagName === "w:p")?.getAttribute("w14:paraId") ?? null;
    const state = states.get(paragraph);
    const said = { author: wordAuthor(element.getAttribute("w:author")).slice(5), at: wordMoment(element.getAttribute("w:date")) ?? fileTime, body: wordsOf(element).trim() };
    const above = state?.parent ? byParagraph.get(state.parent) : undefined;
    if (above) {
      above.replies.push(said);
      comments.set(id, above);
      if (paragraph) byParagraph.set(paragraph, above);
      continue;
    }
    const comment = { ...said, key: `word-${new Set(comments.values()).size + 1}`, quote: "", resolved: state?.done ?? false, replies: [] };
    comments.set(id, comment);
    if (paragraph) byParagraph.set(paragraph, comment);
  }
  return comments;
}

/** The words in a note or comment, a paragraph a line; what is tracked as deleted is left out. */
function wordsOf(element: Element): string {
  const lines = [...element.getElementsByTagName("w:p")].map((paragraph) => {
    let line = "";
    for (const name of paragraph.getElementsByTagName("*")) {
      if (name.tagName === "w:t") line += name.textContent ?? "";
      else if (name.tagName === "w:tab") line += " ";
      else if (name.tagName === "w:br") line += "\n";
    }
    return line;
  });
  return lines.join("\n").replace(/[^\S\n]+/g, " ");
}

/** When the file was last written, and the working text of ours that it came from. */
export function readProperties(core: Element | null, custom: Element | null): { modifiedAt: string | null; properties: Map<string, string> } {
  const properties = new Map((custom ? childrenOf(custom) : []).map((property) => [property.getAttribute("name") ?? "", (property.textContent ?? "").trim()]));
  return { modifiedAt: wordMoment(childOf(core, "dcterms:modified")?.textContent ?? null), properties };
}
