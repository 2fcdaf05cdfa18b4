import type { Node } from "@tiptap/pm/model";
import type { Authorship } from "./authorship";
import type { DocumentMark, DocumentNode } from "./schema/document-node";

type Names = { orgOf: (authorId: string, at: Date) => string; nameOf: (authorId: string) => string };
type Writer = { org: string; name: string; at: string };

const sentence = /[^.!?]+(?:[.!?]+["”’)]*\s*|$)|[.!?]+\s*/g;

/**
 * The text with a mark `written` on every stretch of letters: `org` is the id of the organization that wrote it ("" for the
 * start), `first` is true where another one than before begins in its paragraph, and `lastOrg`, `lastName`, `lastAt` say who wrote last in
 * its sentence. For showing only: it is not a document of the schema.
 */
export function authoredText({ doc, versions, writtenBy }: Authorship, { orgOf, nameOf }: Names): DocumentNode {
  const writerAt = (place: number): Writer | null => {
    const by = writtenBy(versions[place] ?? 0);
    return by && { org: orgOf(by.authorId, by.at), name: nameOf(by.authorId), at: by.at.toISOString() };
  };
  const lastIn = (places: readonly number[]) => {
    let last = places[0] ?? 0;
    for (const place of places) if ((versions[place] ?? 0) > (versions[last] ?? 0)) last = place;
    return writerAt(last);
  };
  return written(doc, 0);

  function written(node: Node, start: number): DocumentNode {
    const bare = node.isLeaf ? (node.toJSON() as DocumentNode) : (node.type.create(node.attrs).toJSON() as DocumentNode);
    if (node.isTextblock) return { ...withoutStamps(bare), content: lettersOf(node, start) };
    const content: DocumentNode[] = [];
    node.forEach((child, offset) => content.push(written(child, start + offset + 1)));
    return { ...withoutStamps(bare), ...(content.length ? { content } : {}) };
  }

  function lettersOf(block: Node, start: number): DocumentNode[] {
    const lasts = sentencesOf(block, start);
    const pieces: DocumentNode[] = [];
    let before: string | null = null;
    block.forEach((node, offset) => {
      const marks = (node.toJSON() as DocumentNode).marks?.filter(({ type }) => type !== "comment") ?? [];
      const size = node.isText ? node.nodeSize : 1;
      for (let from = 0; from < size; ) {
        const org = writerAt(start + offset + from)?.org ?? "";
        const last = lasts[offset + from];
        let to = from + 1;
        while (to < size && (writerAt(start + offset + to)?.org ?? "") === org && lasts[offset + to] === last) to++;
        const mark: DocumentMark = { type: "written", attrs: { org, first: org !== before, lastOrg: last?.org ?? "", lastName: last?.name ?? "", lastAt: last?.at ?? "" } };
        pieces.push(node.isText ? { type: "text", text: (node.text ?? "").slice(from, to), marks: [mark, ...marks] } : { ...(node.toJSON() as DocumentNode), marks: [mark, ...marks] });
        before = org;
        from = to;
      }
    });
    return pieces;
  }

  /** For each place of a block who wrote last in its sentence; the same object all through a sentence. */
  function sentencesOf(block: Node, start: number): (Writer | null)[] {
    const letters = block.textBetween(0, block.content.size, undefined, "\u{fffc}");
    const lasts: (Writer | null)[] = [];
    for (const [found] of letters.matchAll(sentence)) {
      const places = Array.from({ length: found.length }, (_, at) => start + lasts.length + at);
      const last = lastIn(places);
      for (const _place of places) lasts.push(last);
    }
    return lasts;
  }
}

function withoutStamps(node: DocumentNode): DocumentNode {
  const { content: _none, ...rest } = node;
  return rest;
}
