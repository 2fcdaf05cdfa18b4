import type { DocumentNode } from "../../schema/document-node";
import type { Stamp } from "../../schema/stamp";
import { wordPart } from "./word-parts";
import { wordTime } from "./word-letters";
import type { WordThread } from "./word-text";
import { element, escaped, valued } from "./xml-text";

type Remark = { author: string; at: string; body: string };
type Written = Remark & { id: number; parent: number | null };

/** The comments of a file: where each begins and ends, and the two parts that hold them. */
export type Comments = {
  at: (place: number) => { before: string; behind: string };
  remark: (stamp: Stamp, body: string) => { before: string; behind: string };
  /** For threads whose words are gone, or that were begun on a clause as a whole. */
  unplaced: (clauseId: string | null) => string;
  parts: () => { comments: string; extended: string } | null;
};

/** Reads where each thread stands in the text; letters are counted in reading order. */
export function wordComments(content: DocumentNode, threads: readonly WordThread[], nameOf: (author: string) => string): Comments {
  const spans = spansOf(content);
  const written: Written[] = [];
  const begins = new Map<number, number[]>();
  const ends = new Map<number, number[]>();
  const add = (remark: Remark, parent: number | null): number => {
    const id = written.length + 1;
    written.push({ ...remark, id, parent });
    return id;
  };
  const addThread = ({ comments }: WordThread, prefix: string): number[] => {
    const [first, ...replies] = comments;
    if (!first) return [];
    const id = add({ ...first, body: prefix + first.body }, null);
    return [id, ...replies.map((reply) => add(reply, id))];
  };
  const waiting: WordThread[] = [];
  for (const thread of threads) {
    const span = spans.get(thread.id);
    if (!span) {
      waiting.push(thread);
      continue;
    }
    const ids = addThread(thread, "");
    begins.set(span.first, [...(begins.get(span.first) ?? []), ...ids]);
    ends.set(span.last, [...(ends.get(span.last) ?? []), ...ids]);
  }
  return {
    at: (place) => ({ before: (begins.get(place) ?? []).map(beginXml).join(""), behind: (ends.get(place) ?? []).map(endXml).join("") }),
    remark: (stamp, body) => {
      const id = add({ author: nameOf(stamp.author), at: stamp.at, body }, null);
      return { before: beginXml(id), behind: endXml(id) };
    },
    unplaced: (clauseId) => {
      const here = waiting.filter((thread) => clauseId === null || thread.clauseId === clauseId);
      for (const thread of here) waiting.splice(waiting.indexOf(thread), 1);
      const ids = here.flatMap((thread) => addThread(thread, thread.quote ? `On “${thread.quote}”, which the text no longer says: ` : ""));
      return ids.map(beginXml).join("") + ids.map(endXml).join("");
    },
    parts: () => written.length === 0 ? null : { comments: wordPart("comments", written.map(commentXml).join("")), extended: extendedPart(written) },
  };
}

function spansOf(content: DocumentNode): Map<string, { first: number; last: number }> {
  const spans = new Map<string, { first: number; last: number }>();
  let place = 0;
  const visit = (node: DocumentNode): void => {
    if (node.type === "clauseMove") return;
    if (node.content) return node.content.forEach(visit);
    if (!inline.has(node.type)) return;
    for (const mark of node.marks ?? []) {
      if (mark.type !== "comment") continue;
      const thread = String(mark.attrs?.thread);
      spans.set(thread, { first: spans.get(thread)?.first ?? place, last: place });
    }
    place++;
  };
  visit(content);
  return spans;
}

const inline = new Set(["text", "hardBreak", "footnote", "crossReference"]);

function beginXml(id: number): string {
  return element("w:commentRangeStart", { "w:id": id });
}

function endXml(id: number): string {
  return element("w:commentRangeEnd", { "w:id": id }) + element("w:r", {}, element("w:commentReference", { "w:id": id }));
}

function commentXml({ id, author, at, body }: Written): string {
  const lines = body.split("\n");
  const written = lines.map((line, each) => element("w:p", each === lines.length - 1 ? { "w14:paraId": paragraphId(id) } : {}, element("w:pPr", {}, valued("w:pStyle", "CommentText")) + element("w:r", {}, `<w:t xml:space="preserve">${escaped(line)}</w:t>`)));
  const initials = author.split(/\s+/).map((word) => word[0] ?? "").join("").slice(0, 4);
  return element("w:comment", { "w:id": id, "w:author": author, "w:date": wordTime(at), "w:initials": initials }, written.join(""));
}

function extendedPart(written: readonly Written[]): string {
  const names = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"';
  const each = written.map(({ id, parent }) => element("w15:commentEx", { "w15:paraId": paragraphId(id), ...(parent === null ? {} : { "w15:paraIdParent": paragraphId(parent) }), "w15:done": 0 }));
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w15:commentsEx ${names}>${each.join("")}</w15:commentsEx>`;
}

function paragraphId(id: number): string {
  return (0x10000000 + id).toString(16).toUpperCase();
}
