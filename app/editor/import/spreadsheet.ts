import type { NumberedRow } from "~/domain/tables/separated-values";
import { takingTurns } from "./taking-turns";
import { Refused, unpack } from "./unpack";
import { childrenOf, parseXml } from "./xml";

const excel = { main: "xl/workbook.xml", name: "Excel", long: /^xl\/(worksheets\/[^/]+|sharedStrings)\.xml$/ };

/** No spreadsheet has more rows. */
const lastRow = 1_048_576;

/**
 * The rows of the first sheet of an Excel file, as text. Dates become 2025-03-01; with an hour, 2025-03-01 14:22. Formulas give their last result.
 * Throws Refused for what is not such a file, and for merged cells, which belong to no single row.
 */
export async function spreadsheetRows(bytes: Uint8Array): Promise<NumberedRow[]> {
  const { xml } = await unpack(bytes, excel);
  const shared = [...(xml.get("xl/sharedStrings.xml") ?? "").matchAll(/<si>(.*?)<\/si>|<si\/>/gs)].map(([, inner = ""]) => wordsIn(inner));
  const dates = dateStyles(xml.get("xl/styles.xml") ?? "");
  const sheet = xml.get(firstSheet(xml)) ?? "";
  const merged = [...sheet.matchAll(/<mergeCell ref="([^"]+)"/g)].map(([, ref]) => ref);
  if (merged.length > 0) throw new Refused(`The sheet has merged cells (${merged.slice(0, 5).join(", ")}). Unmerge them, so that every row says everything itself.`);
  const rows: NumberedRow[] = [];
  let number = 0;
  const turns = takingTurns();
  for (const [, about = "", inner = ""] of sheet.matchAll(/<row\b([^>]*?)(?:\/>|>(.*?)<\/row>)/gs)) {
    number = Math.max(number + 1, Math.min(lastRow, Number(/\br="(\d+)"/.exec(about)?.[1] ?? 0)));
    const row: string[] = [];
    for (const [, attributes = "", content = ""] of inner.matchAll(/<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
      const at = columnOf(/\br="([A-Z]+)\d+"/.exec(attributes)?.[1]) ?? row.length;
      if (at > 200) throw new Refused("The sheet has more than 200 columns.");
      while (row.length < at) row.push("");
      row[at] = valueOf(attributes, content, { shared, dates, at: number });
    }
    if (row.some((value) => value !== "")) rows.push({ at: number, row });
    if (turns.due()) await turns.take();
  }
  return rows;
}

function valueOf(attributes: string, content: string, { shared, dates, at }: { shared: readonly string[]; dates: ReadonlySet<number>; at: number }): string {
  const type = /\bt="(\w+)"/.exec(attributes)?.[1];
  if (type === "inlineStr") return wordsIn(content).trim();
  const value = plain(/<v[^>]*>(.*?)<\/v>/s.exec(content)?.[1] ?? "");
  if (type === "s") return (shared[Number(value)] ?? "").trim();
  if (type === "e") throw new Refused(`The cell ${/\br="([A-Z]+\d+)"/.exec(attributes)?.[1] ?? `in row ${at}`} holds the error ${value}. Mend it in the file first.`);
  const style = Number(/\bs="(\d+)"/.exec(attributes)?.[1] ?? -1);
  return !type && dates.has(style) && /^\d+(\.\d+)?$/.test(value) ? dayOfSerial(Number(value)) : value.trim();
}

/** Days since the last day of 1899, as spreadsheets count them. */
function dayOfSerial(serial: number): string {
  const at = new Date(Date.UTC(1899, 11, 30) + Math.round(serial * 86_400) * 1_000).toISOString();
  return Number.isInteger(serial) ? at.slice(0, 10) : at.slice(0, 16).replace("T", " ");
}

/** The cell styles that show a number as a date. */
function dateStyles(styles: string): Set<number> {
  const own = new Set([...styles.matchAll(/<numFmt [^>]*?>/g)].flatMap(([tag]) => {
    const code = (/formatCode="([^"]*)"/.exec(tag)?.[1] ?? "").replace(/&quot;.*?&quot;|\[[^\]]*\]/g, "");
    return /[dmyh]/i.test(code) ? [Number(/numFmtId="(\d+)"/.exec(tag)?.[1])] : [];
  }));
  const cells = /<cellXfs\b[^>]*>(.*?)<\/cellXfs>/s.exec(styles)?.[1] ?? "";
  const formats = [...cells.matchAll(/<xf\b[^>]*?numFmtId="(\d+)"/g)].map(([, id]) => Number(id));
  return new Set(formats.flatMap((id, at) => ((id >= 14 && id <= 22) || (id >= 45 && id <= 47) || own.has(id) ? [at] : [])));
}

function firstSheet(xml: ReadonlyMap<string, string>): string {
  const workbook = parseXml(xml.get("xl/workbook.xml") ?? "");
  const sheet = childrenOf(workbook).find(({ tagName }) => tagName === "sheets");
  const id = sheet && childrenOf(sheet)[0]?.getAttribute("r:id");
  const relations = xml.get("xl/_rels/workbook.xml.rels");
  const target = relations && childrenOf(parseXml(relations)).find((relation) => relation.getAttribute("Id") === id)?.getAttribute("Target");
  return target ? (target.startsWith("/") ? target.slice(1) : `xl/${target}`) : "xl/worksheets/sheet1.xml";
}

function columnOf(letters: string | undefined): number | null {
  return letters ? [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1 : null;
}

function wordsIn(xml: string): string {
  return [...xml.replace(/<rPh\b.*?<\/rPh>/gs, "").matchAll(/<t\b[^>]*>(.*?)<\/t>/gs)].map(([, text = ""]) => plain(text)).join("");
}

function plain(xml: string): string {
  const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
  return xml.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (whole, hex, decimal, name) => (name ? (named[String(name)] ?? whole) : String.fromCodePoint(hex ? parseInt(String(hex), 16) : Number(decimal))));
}
