import type { DocumentNode } from "../schema/document-node";
import type { ExportedText } from "./exported-text";

const text = (words: string, ...types: string[]): DocumentNode => ({ type: "text", text: words, ...(types.length ? { marks: types.map((type) => ({ type })) } : {}) });
const paragraph = (...content: (DocumentNode | string)[]): DocumentNode => ({ type: "paragraph", content: content.map((part) => (typeof part === "string" ? text(part) : part)) });
const clause = (id: string, title: string, ...below: DocumentNode[]): DocumentNode => ({ type: "clause", attrs: { id }, content: [{ type: "clauseTitle", ...(title ? { content: [text(title)] } : {}) }, ...below] });
const list = (type: string, ...entries: DocumentNode[][]): DocumentNode => ({ type, content: entries.map((content) => ({ type: "listItem", content })) });
const cells = (type: string, ...words: string[]): DocumentNode => ({ type: "tableRow", content: words.map((word) => ({ type, content: [paragraph(word)] })) });
const link = (words: string, href: string): DocumentNode => ({ type: "text", text: words, marks: [{ type: "link", attrs: { href } }] });
const note = (words: string): DocumentNode => ({ type: "footnote", attrs: { text: words } });
const filler = "An officer who meets a person in crisis slows down, keeps a safe distance, speaks calmly and calls the co-responder as soon as it is safe to do so. ";

export const documentInTest: DocumentNode = {
  type: "doc",
  content: [
    clause("purpose", "Purpose", paragraph("This policy says how officers respond to a ", text("person in crisis", "bold"), ", and how “time – distance – cover” is used by Señor Peña’s office; see ", { type: "crossReference", attrs: { clause: "transport" } }, ".", note("Program charter, section 4."), " The ", link("state law", "https://example.org/law"), " applies."), { type: "callout", attrs: { tone: "important" }, content: [paragraph("Call the crisis line first whenever nobody is in danger.")] }),
    clause("duties", "Duties of officers", paragraph(filler.repeat(3)), list("bulletList", [paragraph("Keep the engine off."), list("orderedList", [paragraph("First this.")], [paragraph("Then ", text("that", "italic"), ".", note("Unless the supervisor says otherwise."))])], [paragraph(filler)]),
      clause("transport", "Transport", paragraph(filler.repeat(2)), { type: "table", content: [cells("tableHeader", "Time", "Who answers", "Where to"), ...Array.from({ length: 46 }, (_, at) => cells("tableCell", `${at}:00`, `Team ${at} of the county crisis service and its partners`, "Riverton Crisis Center, north entrance"))] }),
      clause("untitled", "", paragraph("A clause without a title keeps its number beside its first words. ", filler.repeat(30)))),
  ],
};

export const exportedInTest: ExportedText = {
  number: "CIT-101",
  title: "Response to persons in crisis",
  program: "Riverton CIT (sample)",
  standing: "Edition 2",
  facts: [
    { term: "Number", fact: "CIT-101, edition 2" },
    { term: "In force", fact: "Riverton Police Department, from Nov. 1, 2026" },
    { term: "SHA-256 of the text", fact: "ab".repeat(32) },
  ],
  approvals: [
    { agency: "Riverton Police Department", head: "Maria Chen", outcome: "Adopted", date: "Oct. 12, 2026" },
    { agency: "Larimore County Sheriff", head: "Tom Weaver", outcome: "Adopted", date: "Oct. 20, 2026" },
  ],
  foot: "CIT-101, edition 2. Adopted Oct. 12, 2026, in force from Nov. 1, 2026. Approved by Maria Chen (Riverton Police Department) and Tom Weaver (Larimore County Sheriff).",
  hash: "ab".repeat(32),
  at: "2026-10-20T15:00:00.000Z",
  language: "en-US",
  content: documentInTest,
};
