import type { Element } from "@xmldom/xmldom";
import { isClauseId, newClauseId } from "../schema/clause-id";
import { mostClauses } from "../schema/clause-depth";
import type { DocumentNode } from "../schema/document-node";
import { readDocument } from "../schema/read-document";
import { originProperties } from "../export/word/word-text";
import { type ImportReport, type Notes, takeNotes } from "./import-report";
import { Refused, unpack } from "./unpack";
import { type BodyPart, blockWriter, bodyParts, type BodySource } from "./word-body";
import { resolveReferences } from "./word-fields";
import { beginOutline, type Heading, headingOf, type Outline } from "./word-headings";
import { type ImportedComment, readComments, readFootnotes, readProperties } from "./word-notes";
import { readNumbering } from "./word-numbering";
import { placesIn } from "./word-places";
import { readStyles } from "./word-styles";
import { titleOf, withoutTyped } from "./word-titles";
import { trackChanges } from "./word-tracked";
import { settleMoves, settleWholes, type TitleEnds } from "./word-wholes";
import { childOf, childrenOf, parseXml } from "./xml";

/** What was read of a file: the text with suggestions and anchors, the comments, and the working text of ours that it came from. */
export type ImportedText = { ok: true; content: DocumentNode; comments: ImportedComment[]; origin: { draftId: string; version: number } | null; report: ImportReport };

/** The document and what became of the file, or why it is refused, in one sentence. */
export type Imported = ImportedText | { ok: false; reason: string };

/**
 * Reads a Word file (.docx) from its bytes and nothing else. Headings become clauses, tracked changes suggestions by
 * "word:" and the name in the file, comments threads; what is not understood is counted in the report with its
 * place, never dropped in silence. `readAt` stands for a time that the file does not tell. Never throws.
 */
export async function importDocx(bytes: Uint8Array, readAt: Date = new Date()): Promise<Imported> {
  try {
    const { xml, names } = await unpack(bytes);
    for (const [name, text] of xml) if (name.endsWith(".rels")) refuseOutside(parseXml(text));
    const part = (name: string) => (xml.has(name) ? parseXml(xml.get(name) ?? "") : null);
    refuseOthers(part("[Content_Types].xml"), names);
    const body = childOf(part("word/document.xml"), "w:body");
    if (!body) throw new Refused("This is not a Word file: it has no text part inside.");
    const notes = takeNotes();
    const { modifiedAt, properties } = readProperties(part("docProps/core.xml"), part("docProps/custom.xml"));
    const fileTime = modifiedAt ?? readAt.toISOString();
    notes.where = "the notes of the file";
    const source: BodySource = {
      notes,
      styleOf: readStyles(part("word/styles.xml")),
      levelOf: readNumbering(part("word/numbering.xml")),
      links: linksOf(part("word/_rels/document.xml.rels")),
      tracker: trackChanges(fileTime),
      places: placesIn(body),
      comments: readComments(part("word/comments.xml"), part("word/commentsExtended.xml"), fileTime),
      footnotes: readFootnotes(part("word/footnotes.xml"), notes),
      endnotes: readFootnotes(part("word/endnotes.xml"), notes),
    };
    const clauses = readClauses(body, source);
    reportParts(xml, notes);
    if (!clauses.length) throw new Refused("The file has no text.");
    const read = readDocument({ type: "doc", content: clauses });
    if (!read.ok) return read;
    const content = read.doc.toJSON() as DocumentNode;
    const comments = quoted(content, [...new Set(source.comments.values())]);
    notes.report.understood.suggestions = suggestionIds(content).size;
    notes.report.understood.comments = comments.length;
    return { ok: true, content, comments, origin: originIn(properties), report: notes.report };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, reason: error.message };
    return { ok: false, reason: "The file is damaged or built in a way that cannot be read." };
  }
}

type Open = { level: number; clause: DocumentNode };

function readClauses(body: Element, source: BodySource): DocumentNode[] {
  const { notes } = source;
  const { report } = notes;
  const parts = [...bodyPartsWithPlaces(body, source)];
  const title = titleAmong(parts);
  report.title = title && "line" in title ? title.line.text : null;
  const clauses: DocumentNode[] = [];
  const path: Open[] = [];
  const titleEnds: TitleEnds = new Map();
  const clauseOf = new Map<string, string>();
  const taken = new Set<string>();
  const known = new Set<string>();
  const writer = blockWriter(source);
  const write = (blocks: DocumentNode[]) => {
    if (blocks.length) (path.at(-1)?.clause ?? begin(nothing, []).clause).content?.push(...blocks);
  };
  const begin = (heading: Heading, nodes: readonly DocumentNode[]): Open => {
    while (path.length && (path.at(-1)?.level ?? 0) >= heading.level) path.pop();
    if (path.length >= mostClauses) {
      notes.miss("heading below the fourth level (raised to it)");
      path.length = mostClauses - 1;
    }
    const { letters, beside } = titleOf(heading.isTitled ? nodes : [], heading.typed);
    if (beside.length) notes.miss("footnote in a heading (moved below it)", beside.length);
    const own = isClauseId(heading.clauseId) && !taken.has(heading.clauseId) ? heading.clauseId : null;
    if (own !== null) known.add(own);
    const id = own ?? newClauseId();
    taken.add(id);
    for (const bookmark of heading.bookmarks) clauseOf.set(bookmark, id);
    const content: DocumentNode[] = [{ type: "clauseTitle", ...(letters.length ? { content: letters } : {}) }];
    if (beside.length) content.push({ type: "paragraph", content: beside });
    const open = { level: heading.level, clause: { type: "clause", attrs: { id }, content } };
    (path.at(-1)?.clause.content ?? clauses).push(open.clause);
    path.push(open);
    report.understood.clauses++;
    for (const why of heading.why) report.guesses.push({ clauseTitle: heading.title, why });
    return open;
  };
  const outline = outlineOf(parts, title && "line" in title ? (title.line.level ?? -1) : -1);
  notes.where = "the beginning";
  for (const part of parts) {
    if (part === title) continue;
    const heading = "line" in part ? headingOf(part.line, outline) : null;
    if (!heading || !("line" in part)) {
      write(writer.write(part));
      continue;
    }
    const { line } = part;
    write(writer.close());
    if (line.level !== null) outline.under = line.level;
    if (heading.title) notes.where = heading.title;
    const { clause } = begin(heading, line.nodes);
    if (heading.isTitled) titleEnds.set(String(clause.attrs?.id), { insertion: line.endInserted, deletion: line.endDeleted });
    else write(writer.write({ line: { ...line, list: null, nodes: withoutTyped(line.nodes, heading.typed) } }));
  }
  write(writer.close());
  resolveReferences({ type: "doc", content: clauses }, clauseOf, notes);
  return settleMoves(settleWholes(clauses, titleEnds, notes), known);
}

const nothing: Heading = { level: 0, title: "", typed: 0, why: [], clauseId: null, bookmarks: [], isTitled: true };

function outlineOf(parts: readonly BodyPart[], under: number): Outline {
  return beginOutline(parts.flatMap((part) => ("line" in part ? [part.line] : [])), under);
}

/** Reading a paragraph may note something; the heading before it is the place that is told. */
function* bodyPartsWithPlaces(body: Element, source: BodySource): Generator<BodyPart> {
  const outline = beginOutline([], 0);
  source.notes.where = "the beginning";
  for (const part of bodyParts(body, source)) {
    const heading = "line" in part ? headingOf(part.line, outline) : null;
    if (heading?.title) source.notes.where = heading.title;
    yield part;
  }
}

/** The paragraph in Word's title style, or the first paragraph when it is the one heading of its level, above all others. */
function titleAmong(parts: BodyPart[]): BodyPart | null {
  const styled = parts.find((part) => "line" in part && part.line.isTitle);
  if (styled) return styled;
  const first = parts.find((part) => !("gap" in part));
  if (!first || !("line" in first) || first.line.level === null || first.line.clauseId !== null) return null;
  const { level } = first.line;
  const others = parts.flatMap((part) => (part !== first && "line" in part && part.line.level !== null ? [part.line.level] : []));
  return others.length && others.every((other) => other > level) ? first : null;
}

function relationsOf(root: Element | null): Element[] {
  return root ? childrenOf(root).filter(({ tagName }) => tagName.endsWith("Relationship")) : [];
}

function isHyperlink(relation: Element): boolean {
  return (relation.getAttribute("Type") ?? "").endsWith("/hyperlink");
}

function refuseOutside(root: Element): void {
  const outside = relationsOf(root).find(
    (relation) => (relation.getAttribute("TargetMode") ?? "").toLowerCase() === "external" && !isHyperlink(relation),
  );
  if (!outside) return;
  const what = (outside.getAttribute("Type") ?? "").split("/").at(-1) || "part";
  throw new Refused(`The file takes something from outside itself (${what}); save a copy that holds everything.`);
}

/** What calls itself something else than a Word text, and what carries programs, is not taken. */
function refuseOthers(types: Element | null, names: readonly string[]): void {
  const main = (types ? childrenOf(types) : []).find((each) => each.getAttribute("PartName") === "/word/document.xml");
  const type = main?.getAttribute("ContentType") ?? "";
  if (/macroEnabled/i.test(type) || names.some((name) => /vbaProject\.bin$/i.test(name))) throw new Refused("The file has macros inside, which are programs; save it as .docx without them.");
  if (!type.endsWith(".wordprocessingml.document.main+xml") && !type.endsWith(".wordprocessingml.template.main+xml")) throw new Refused("This is not a Word file: it says of itself that it is something else.");
}

function linksOf(root: Element | null): Map<string, string> {
  const links = relationsOf(root).filter(isHyperlink);
  return new Map(links.map((relation) => [relation.getAttribute("Id") ?? "", relation.getAttribute("Target") ?? ""]));
}

/** What stands above and below the pages, with its first words. */
function reportParts(xml: ReadonlyMap<string, string>, notes: Notes): void {
  notes.where = "the whole file";
  for (const [name, text] of xml) {
    if (!/^word\/(header|footer)\d*\.xml$/.test(name)) continue;
    const words = [...parseXml(text).getElementsByTagName("w:t")].map((part) => part.textContent ?? "").join("").replace(/\s+/g, " ").trim();
    if (words) notes.miss(`page header or footer: “${words.length > 80 ? `${words.slice(0, 80)}…` : words}”`);
  }
}

function originIn(properties: ReadonlyMap<string, string>): ImportedText["origin"] {
  const draftId = properties.get(originProperties.draft) ?? "";
  const version = properties.get(originProperties.version) ?? "";
  return /^[\da-f-]{36}$/i.test(draftId) && /^\d{1,9}$/.test(version) ? { draftId, version: Number(version) } : null;
}

/** The words that each comment is on. */
function quoted(content: DocumentNode, comments: ImportedComment[]): ImportedComment[] {
  const quotes = new Map<string, string>();
  const visit = (node: DocumentNode): void => {
    for (const { type, attrs } of node.marks ?? []) if (type === "comment") quotes.set(String(attrs?.thread), (quotes.get(String(attrs?.thread)) ?? "") + (node.text ?? ""));
    node.content?.forEach(visit);
    if (node.type === "paragraph" || node.type === "clauseTitle") for (const [thread, quote] of quotes) if (quote && !quote.endsWith(" ")) quotes.set(thread, `${quote} `);
  };
  visit(content);
  return comments.map((comment) => ({ ...comment, quote: (quotes.get(comment.key) ?? "").trim().slice(0, 500) }));
}

const stamps = ["endInserted", "endDeleted", "added", "removed"];
const suggesting = new Set(["insertion", "deletion", "suggestedBold", "suggestedItalic", "suggestedUnderline", "suggestedLink"]);

function suggestionIds(node: DocumentNode, found = new Set<string>()): Set<string> {
  for (const name of stamps) {
    const held = node.attrs?.[name];
    if (typeof held === "string") found.add(String((JSON.parse(held) as { id: string }).id));
  }
  for (const { type, attrs } of node.marks ?? []) if (suggesting.has(type)) found.add(String(attrs?.id));
  for (const child of node.content ?? []) suggestionIds(child, found);
  return found;
}
