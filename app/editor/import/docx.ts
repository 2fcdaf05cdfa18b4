import type { Element } from "@xmldom/xmldom";
import { newClauseId } from "../schema/clause-id";
import { mostClauses } from "../schema/clause-depth";
import type { DocumentNode } from "../schema/document-node";
import { readDocument } from "../schema/read-document";
import { type ImportReport, type Notes, takeNotes } from "./import-report";
import { Refused, unpack } from "./unpack";
import { type BodyPart, blockWriter, bodyParts, type BodySource } from "./word-body";
import { type Heading, headingOf } from "./word-headings";
import { readNumbering } from "./word-numbering";
import { readStyles } from "./word-styles";
import { childOf, childrenOf, parseXml } from "./xml";

/** The document and what became of the file, or why it is refused, in one sentence. */
export type Imported = { ok: true; content: DocumentNode; report: ImportReport } | { ok: false; reason: string };

/**
 * Reads a Word file (.docx) from its bytes and nothing else. Headings become clauses; what is not
 * understood is counted in the report with its place, never dropped in silence. Never throws.
 */
export async function importDocx(bytes: Uint8Array): Promise<Imported> {
  try {
    const { xml, names } = await unpack(bytes);
    for (const [name, text] of xml) if (name.endsWith(".rels")) refuseOutside(parseXml(text));
    const part = (name: string) => (xml.has(name) ? parseXml(xml.get(name) ?? "") : null);
    const body = childOf(part("word/document.xml"), "w:body");
    if (!body) throw new Refused("This is not a Word file: it has no text part inside.");
    const notes = takeNotes();
    const source: BodySource = {
      notes,
      styleOf: readStyles(part("word/styles.xml")),
      levelOf: readNumbering(part("word/numbering.xml")),
      links: linksOf(part("word/_rels/document.xml.rels")),
    };
    const clauses = readClauses(body, source);
    reportParts(names, notes);
    if (!clauses.length) throw new Refused("The file has no text.");
    const read = readDocument({ type: "doc", content: clauses });
    return read.ok ? { ok: true, content: read.doc.toJSON(), report: notes.report } : read;
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
  const writer = blockWriter(source);
  const write = (blocks: DocumentNode[]) => {
    if (blocks.length) (path.at(-1)?.clause ?? begin({ level: 0, title: "", why: [] }).clause).content?.push(...blocks);
  };
  const begin = (heading: Heading): Open => {
    while (path.length && (path.at(-1)?.level ?? 0) >= heading.level) path.pop();
    if (path.length >= mostClauses) {
      notes.miss("heading below the fourth level (raised to it)");
      path.length = mostClauses - 1;
    }
    const titleNode: DocumentNode = { type: "clauseTitle", ...(heading.title ? { content: [{ type: "text", text: heading.title }] } : {}) };
    const open = { level: heading.level, clause: { type: "clause", attrs: { id: newClauseId() }, content: [titleNode] } };
    (path.at(-1)?.clause.content ?? clauses).push(open.clause);
    path.push(open);
    report.understood.clauses++;
    for (const why of heading.why) report.guesses.push({ clauseTitle: heading.title, why });
    return open;
  };
  let under = title && "line" in title ? (title.line.level ?? -1) : -1;
  notes.where = "the beginning";
  for (const part of parts) {
    if (part === title) continue;
    const heading = "line" in part ? headingOf(part.line, under) : null;
    if (heading) {
      write(writer.close());
      if ("line" in part && part.line.level !== null) under = part.line.level;
      notes.where = heading.title;
      begin(heading);
    } else write(writer.write(part));
  }
  write(writer.close());
  return clauses;
}

/** Reading a paragraph may note something; the heading before it is the place that is told. */
function* bodyPartsWithPlaces(body: Element, source: BodySource): Generator<BodyPart> {
  for (const part of bodyParts(body, source)) {
    const heading = "line" in part ? headingOf(part.line, 0) : null;
    if (heading) source.notes.where = heading.title;
    yield part;
  }
}

/** The paragraph in Word's title style, or the first paragraph when it is the one heading of its level, above all others. */
function titleAmong(parts: BodyPart[]): BodyPart | null {
  const styled = parts.find((part) => "line" in part && part.line.isTitle);
  if (styled) return styled;
  const [first] = parts;
  if (!first || !("line" in first) || first.line.level === null) return null;
  const { level } = first.line;
  const others = parts.slice(1).flatMap((part) => ("line" in part && part.line.level !== null ? [part.line.level] : []));
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

function linksOf(root: Element | null): Map<string, string> {
  const links = relationsOf(root).filter(isHyperlink);
  return new Map(links.map((relation) => [relation.getAttribute("Id") ?? "", relation.getAttribute("Target") ?? ""]));
}

function reportParts(names: string[], notes: Notes): void {
  notes.where = "the whole file";
  const has = (pattern: RegExp) => names.filter((name) => pattern.test(name)).length;
  const headers = has(/^word\/(header|footer)\d*\.xml$/);
  if (headers) notes.miss("page header or footer", headers);
  if (has(/vbaProject\.bin$/)) notes.miss("macro");
}
