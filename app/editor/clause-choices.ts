import { canonicalJson } from "./canonical";
import type { Numbers } from "./atoms-in-words";
import { numbersIn } from "./clause-numbers";
import { clausesOf } from "./numbering";
import { plainText } from "./plain-text";
import { redline } from "./redline";
import type { DocumentNode } from "./schema/document-node";
import { readDocument } from "./schema/read-document";
import { cleanText } from "./suggestions/clean-text";

/** What a head does with a clause of the carried text: takes it, leaves it as it was, or has it in other words. */
export type ClauseChoice = { clauseId: string; choice: "take" | "leave" | "reword"; words: string; reason: string };

/** The text that comes out, with what differs from the carried one; or the sentence for one clause. */
export type ChosenText = { ok: true; content: DocumentNode; changed: { clauseId: string; number: string; title: string; choice: "leave" | "reword"; reason: string }[] } | { ok: false; clauseId: string | null; field: "choice" | "words"; reason: string };

/** A clause as the form offers it: what it was, what was carried, and the words that may be changed. */
export type OfferedClause = { clauseId: string; number: string; title: string; kind: string; words: string | null };

/** The clauses that the carried text changes, each with what may be done. Words are offered where the carried text has the clause. */
export function offeredClauses(before: DocumentNode, carried: DocumentNode, also: readonly string[] = []): OfferedClause[] {
  const changes = redline(before, carried).changes.map(({ clauseId, kind, before: was, after }) => ({ clauseId, kind: kind as string, place: after ?? was }));
  const now = new Map(clausesOf(carried).map((clause) => [clause.id, clause]));
  const words = wordsOf(carried);
  const more = also.filter((id) => now.has(id) && !changes.some(({ clauseId }) => clauseId === id)).map((clauseId) => ({ clauseId, kind: "unchanged", place: now.get(clauseId) ?? null }));
  return [...changes, ...more].map(({ clauseId, kind, place }) => {
    return { clauseId, kind, number: place?.number ?? "", title: place?.title ?? "", words: words.get(clauseId) ?? null };
  });
}

/** The words of each clause as the form takes them. */
export function wordsOf(content: DocumentNode): Map<string, string> {
  const numbers = numbersIn(content);
  return new Map(clausesOf(content).map(({ id, ownContent }) => [id, ownContent.slice(1).map((block) => plainText(block, numbers)).join("\n\n")]));
}

/** Puts the chosen clauses together. Clauses that are not named are taken as carried. */
export function chosenText(before: DocumentNode, carried: DocumentNode, choices: readonly ClauseChoice[]): ChosenText {
  const was = new Map(clausesOf(before).map((clause) => [clause.id, clause]));
  const now = new Map(clausesOf(carried).map((clause) => [clause.id, clause]));
  const numbers = numbersIn(carried);
  let text = carried;
  for (const { clauseId, choice, words } of choices) {
    const [old, clause] = [was.get(clauseId), now.get(clauseId)];
    if (!clause && !old) return { ok: false, clauseId, field: "choice", reason: "There is no such clause in this text." };
    if (choice === "leave") text = old && clause ? withClause(text, clauseId, old.ownContent) : old ? broughtBack(text, before, clauseId) : { ...text, content: without(text.content ?? [], clauseId) };
    if (choice !== "reword") continue;
    if (!clause) return { ok: false, clauseId, field: "choice", reason: "The carried text has no such clause, so it has no words to change." };
    const content = reworded(clause.ownContent, words, numbers);
    if (typeof content === "string") return { ok: false, clauseId, field: "words", reason: content };
    text = withClause(text, clauseId, content);
  }
  const read = readDocument(text);
  if (!read.ok) return { ok: false, clauseId: null, field: "choice", reason: read.reason };
  const content = cleanText(read.doc);
  const touched = new Map(redline(carried, content).changes.map(({ clauseId, before: place, after }) => [clauseId, place ?? after]));
  const changed = choices.flatMap(({ clauseId, choice, reason }) => {
    const place = touched.get(clauseId);
    return choice !== "take" && place ? [{ clauseId, choice, reason, number: place.number, title: place.title }] : [];
  });
  const idle = choices.find(({ clauseId, choice }) => choice !== "take" && !touched.has(clauseId));
  if (idle) return { ok: false, clauseId: idle.clauseId, field: "choice", reason: "That makes no difference to the carried text here. Take the clause as carried." };
  return { ok: true, content, changed };
}

/** A clause that was taken out stands again after the neighbour it followed. */
function broughtBack(text: DocumentNode, before: DocumentNode, id: string): DocumentNode {
  const old = clausesOf(before);
  const at = old.findIndex((clause) => clause.id === id);
  const clause = old[at];
  if (!clause) return text;
  const node: DocumentNode = { type: "clause", attrs: { id }, content: clause.ownContent };
  const siblings = old.filter(({ parentId }) => parentId === clause.parentId).map((sibling) => sibling.id);
  const preceding = siblings.slice(0, siblings.indexOf(id)).reverse();
  const insert = (children: readonly DocumentNode[], parent: string | null): DocumentNode[] => {
    const inner = children.map((child) => (child.type === "clause" ? { ...child, content: insert(child.content ?? [], String(child.attrs?.id)) } : child));
    if (parent !== clause.parentId) return inner;
    const after = preceding.map((sibling) => inner.findIndex((child) => child.attrs?.id === sibling)).find((index) => index >= 0);
    const first = inner.findIndex(({ type }) => type === "clause");
    const place = after !== undefined ? after + 1 : first >= 0 ? first : inner.length;
    return [...inner.slice(0, place), node, ...inner.slice(place)];
  };
  return { ...text, content: insert(text.content ?? [], null) };
}

function without(children: readonly DocumentNode[], id: string): DocumentNode[] {
  return children.flatMap((child) => (child.type === "clause" ? (child.attrs?.id === id ? [] : [{ ...child, content: without(child.content ?? [], id) }]) : [child]));
}

/** The text with one clause's own title and blocks replaced; the clauses below it stay. */
function withClause(text: DocumentNode, id: string, ownContent: readonly DocumentNode[]): DocumentNode {
  const visit = (node: DocumentNode): DocumentNode => {
    if (node.type !== "clause" && node.type !== "doc") return node;
    const children = (node.content ?? []).map(visit);
    if (node.attrs?.id !== id) return { ...node, content: children };
    return { ...node, content: [...ownContent, ...children.filter(({ type }) => type === "clause")] };
  };
  return visit(text);
}

/** Blocks with the same words stay as they are, marks and all; other words make plain paragraphs. A list or a table cannot be typed here. */
function reworded(ownContent: readonly DocumentNode[], words: string, numbers: Numbers): DocumentNode[] | string {
  const [title, ...blocks] = ownContent;
  const typed = words.replace(/\r\n?/g, "\n").split(/\n\s*\n/).map((block) => block.trim()).filter((block) => block !== "");
  if (!title || typed.length === 0) return "Write the words of the clause, or leave the clause as it was.";
  const left = [...blocks];
  const content = typed.map((block): DocumentNode => {
    const at = left.findIndex((kept) => plainText(kept, numbers).trim() === block);
    const same = at >= 0 ? left.splice(at, 1)[0] : undefined;
    return same ?? { type: "paragraph", content: [{ type: "text", text: block.replace(/\s*\n\s*/g, " ") }] };
  });
  const lost = left.find(({ type }) => type !== "paragraph");
  if (lost) return "A list or a table can be kept as it is or left out with its whole clause, not changed here. Put its words back.";
  return canonicalJson(content) === canonicalJson(blocks) ? "These are the carried words. Change them, or take the clause as carried." : [title, ...content];
}
