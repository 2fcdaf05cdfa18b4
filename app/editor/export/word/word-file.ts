import { Node } from "@tiptap/pm/model";
import { clauseNumbers } from "../../numbering";
import type { DocumentNode } from "../../schema/document-node";
import { documentSchema } from "../../schema/document-schema";
import { readStamp, type Stamp } from "../../schema/stamp";
import { cleanText } from "../../suggestions/clean-text";
import { clausesXml } from "./word-blocks";
import { wordComments } from "./word-comments-part";
import { listNumbers } from "./word-numbering-part";
import { contentTypes, coreProperties, customProperties, footerPart, footnotesPart, headerPart, paragraph, relationsPart, settingsPart, wordPart } from "./word-parts";
import { stylesPart } from "./word-styles-part";
import { authorName, type WordText } from "./word-text";
import { element } from "./xml-text";
import { zipFile } from "./zip-file";

/** What a Word file is called on its way. */
export const wordFileType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/**
 * A text as a Word file (.docx). Suggestions are Word's own tracked changes with their authors and times, threads are
 * its comments with replies, clauses its numbered headings, and each clause's id is a bookmark.
 */
export async function wordFile(text: WordText): Promise<Buffer> {
  const { content, names, threads } = text;
  const nameOf = (author: string) => authorName(author, names);
  // Reading a long text through the schema takes long, and only clauses that would come, go or move need it.
  const clean = shiftsClauses(content) ? cleanText(Node.fromJSON(documentSchema, content)) : content;
  const comments = wordComments(content, threads, nameOf);
  const lists = listNumbers();
  const hrefs: string[] = [];
  const footnotes: string[] = [];
  let used = 0;
  const letters = {
    nameOf,
    next: () => ++used,
    linkId: (href: string) => `link${(hrefs.includes(href) ? hrefs.indexOf(href) : hrefs.push(href) - 1) + 1}`,
    footnoteId: (words: string) => footnotes.push(words),
    numbers: new Map([...clauseNumbers(content), ...clauseNumbers(clean)]),
    commentsAt: comments.at,
    remark: comments.remark,
    commentsOn: comments.unplaced,
    count: { letters: 0 },
  };
  const clauses = await clausesXml(content.content ?? [], { letters, lists, moves: movesIn(content, clean) });
  const left = comments.unplaced(null);
  const approval = text.approval.map((line) => paragraph("Approval", line)).join("");
  const page = element("w:sectPr", {}, `${element("w:headerReference", { "w:type": "default", "r:id": "header" })}${element("w:footerReference", { "w:type": "default", "r:id": "footer" })}${element("w:pgSz", { "w:w": 12240, "w:h": 15840 })}${element("w:pgMar", { "w:top": 1440, "w:right": 1440, "w:bottom": 1440, "w:left": 1440, "w:header": 720, "w:footer": 720, "w:gutter": 0 })}`);
  const lead = paragraph("Title", text.title) + text.facts.map((line) => paragraph("Approval", line)).join("") + (left && element("w:p", {}, left));
  const spoken = comments.parts();
  const parts = [
    { name: "word/document.xml", content: wordPart("document", element("w:body", {}, lead + clauses + approval + page)) },
    { name: "word/styles.xml", content: stylesPart() },
    { name: "word/numbering.xml", content: wordPart("numbering", lists.part()) },
    { name: "word/settings.xml", content: settingsPart(text.origin !== null) },
    { name: "word/footnotes.xml", content: footnotesPart(footnotes) },
    { name: "word/header1.xml", content: headerPart(text.header) },
    { name: "word/footer1.xml", content: footerPart(text.footer) },
    ...(spoken ? [{ name: "word/comments.xml", content: spoken.comments }, { name: "word/commentsExtended.xml", content: spoken.extended }] : []),
  ];
  const links = [
    ...["styles", "numbering", "settings", "footnotes"].map((name) => ({ id: name, type: name, target: `${name}.xml` })),
    { id: "header", type: "header", target: "header1.xml" },
    { id: "footer", type: "footer", target: "footer1.xml" },
    ...(spoken ? [{ id: "comments", type: "comments", target: "comments.xml" }, { id: "replies", type: "http://schemas.microsoft.com/office/2011/relationships/commentsExtended", target: "commentsExtended.xml" }] : []),
    ...hrefs.map((target, at) => ({ id: `link${at + 1}`, type: "hyperlink", target, outside: true })),
  ];
  const outer = [
    { id: "document", type: "officeDocument", target: "word/document.xml" },
    { id: "core", type: "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", target: "docProps/core.xml" },
    { id: "custom", type: "custom-properties", target: "docProps/custom.xml" },
  ];
  return zipFile([
    { name: "[Content_Types].xml", content: contentTypes(parts.map(({ name }) => name)) },
    { name: "_rels/.rels", content: relationsPart(outer) },
    { name: "docProps/core.xml", content: coreProperties(text) },
    { name: "docProps/custom.xml", content: customProperties(text) },
    { name: "word/_rels/document.xml.rels", content: relationsPart(links) },
    ...parts,
  ]);
}

function shiftsClauses(node: DocumentNode): boolean {
  const { added, removed } = node.attrs ?? {};
  return node.type === "clauseMove" || Boolean(added ?? removed) || (node.content ?? []).some((child) => ["clause", "clauseMove"].includes(child.type) && shiftsClauses(child));
}

function movesIn(content: DocumentNode, clean: DocumentNode): Map<string, { stamp: Stamp; name: string; clean: DocumentNode | null }> {
  const moves = new Map<string, { stamp: Stamp; name: string; clean: DocumentNode | null }>();
  const visit = (node: DocumentNode): void => {
    const stamp = node.type === "clauseMove" ? readStamp(node.attrs?.added) : null;
    const id = String(node.attrs?.clause);
    if (stamp && !moves.has(id)) moves.set(id, { stamp, name: `move${moves.size + 1}`, clean: clauseIn(clean, id) });
    node.content?.forEach(visit);
  };
  visit(content);
  return moves;
}

function clauseIn(node: DocumentNode, id: string): DocumentNode | null {
  for (const child of node.content ?? []) {
    if (child.type !== "clause") continue;
    const found = child.attrs?.id === id ? child : clauseIn(child, id);
    if (found) return found;
  }
  return null;
}
