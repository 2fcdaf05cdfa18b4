import type { Node } from "@tiptap/pm/model";
import type { Authorship } from "./authorship";
import type { DocumentMark, DocumentNode } from "./schema/document-node";
import { markStamp } from "./suggestions/suggestion-parts";

export type AuthorNames = { orgOf: (authorId: string, at: Date) => string; nameOf: (authorId: string) => string };
/** Who wrote: `org` is the id of the organization, "" for the start. */
export type Writer = { org: string; name: string; at: string };
/** Letters of one node that one organization wrote in one sentence: where the node stands in its block, and from where to where in it. `last` is who wrote last in that sentence. */
type Stretch = { node: Node; offset: number; from: number; to: number; org: string; last: Writer | null };
type Written = Pick<Authorship, "versions" | "writtenBy">;

const sentence = /[^.!?]+(?:[.!?]+["”’)]*\s*|$)|[.!?]+\s*/g;

/**
 * The text with a mark `written` on every stretch of letters: `org` is the id of the organization that wrote it ("" for the
 * start), `first` is true where another one than before begins in its paragraph, and `lastOrg`, `lastName`, `lastAt` say who wrote last in
 * its sentence. For showing only: it is not a document of the schema.
 */
export function authoredText(authored: Authorship, names: AuthorNames): DocumentNode {
  return written(authored.doc, 0);

  function written(node: Node, start: number): DocumentNode {
    const bare = node.isLeaf ? (node.toJSON() as DocumentNode) : (node.type.create(node.attrs).toJSON() as DocumentNode);
    if (node.isTextblock) return { ...withoutStamps(bare), content: lettersOf(node, start) };
    const content: DocumentNode[] = [];
    node.forEach((child, offset) => content.push(written(child, start + offset + 1)));
    return { ...withoutStamps(bare), ...(content.length ? { content } : {}) };
  }

  function lettersOf(block: Node, start: number): DocumentNode[] {
    let before: string | null = null;
    return stretchesOf(block, start, authored, names).map(({ node, from, to, org, last }) => {
      const marks = (node.toJSON() as DocumentNode).marks?.filter(({ type }) => type !== "comment") ?? [];
      const mark: DocumentMark = { type: "written", attrs: { org, first: org !== before, lastOrg: last?.org ?? "", lastName: last?.name ?? "", lastAt: last?.at ?? "" } };
      before = org;
      return node.isText ? { type: "text", text: (node.text ?? "").slice(from, to), marks: [mark, ...marks] } : { ...(node.toJSON() as DocumentNode), marks: [mark, ...marks] };
    });
  }
}

/** A block of letters in stretches of one organization and one sentence. What is only suggested does not count as the last in its sentence. */
export function stretchesOf(block: Node, start: number, { versions, writtenBy }: Written, { orgOf, nameOf }: AuthorNames): Stretch[] {
  const writerAt = (place: number): Writer | null => {
    const by = writtenBy(versions[place] ?? 0);
    return by && { org: orgOf(by.authorId, by.at), name: nameOf(by.authorId), at: by.at.toISOString() };
  };
  const lasts = sentencesOf();
  const stretches: Stretch[] = [];
  block.forEach((node, offset) => {
    for (let from = 0; from < node.nodeSize; ) {
      const org = writerAt(start + offset + from)?.org ?? "";
      const last = lasts[offset + from] ?? null;
      let to = from + 1;
      while (to < node.nodeSize && (writerAt(start + offset + to)?.org ?? "") === org && (lasts[offset + to] ?? null) === last) to++;
      stretches.push({ node, offset, from, to, org, last });
      from = to;
    }
  });
  return stretches;

  /** For each place of a block who wrote last in its sentence; the same object all through a sentence. */
  function sentencesOf(): (Writer | null)[] {
    const pending = new Set<number>();
    block.forEach((node, offset) => {
      if (markStamp(node, "insertion")) for (let at = 0; at < node.nodeSize; at++) pending.add(offset + at);
    });
    const letters = block.textBetween(0, block.content.size, undefined, "\u{fffc}");
    const found: (Writer | null)[] = [];
    for (const [words] of letters.matchAll(sentence)) {
      const places = Array.from({ length: words.length }, (_, at) => found.length + at).filter((place) => !pending.has(place));
      const newest = places.reduce<number | null>((best, place) => (best === null || (versions[start + place] ?? 0) > (versions[start + best] ?? 0) ? place : best), null);
      const last = newest === null ? null : writerAt(start + newest);
      found.push(...Array.from({ length: words.length }, () => last));
    }
    return found;
  }
}

function withoutStamps(node: DocumentNode): DocumentNode {
  const { content: _none, ...rest } = node;
  return rest;
}
