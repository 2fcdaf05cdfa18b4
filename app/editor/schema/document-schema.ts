import { type Extensions, getSchema } from "@tiptap/core";
import type { Schema } from "@tiptap/pm/model";
import { BulletList, Doc, HardBreak, ListItem, OrderedList, Paragraph, Text } from "./block-nodes";
import { Clause, ClauseMove, ClauseTitle } from "./clause-nodes";
import { ClauseIds } from "./clause-ids";
import type { DocumentNode } from "./document-node";
import { Callout, CrossReference, Footnote } from "./reference-nodes";
import { CommentAnchor, Deletion, Insertion, SuggestedBold, SuggestedItalic, SuggestedLink, SuggestedUnderline } from "./suggestion-marks";
import { Table, TableCell, TableHeader, TableRow } from "./table-nodes";
import { Bold, Italic, Link, Underline } from "./text-marks";

/** What a document is made of. The editor in the browser and the server use this one list. */
export const documentExtensions: Extensions = [
  Doc,
  Clause,
  ClauseMove,
  ClauseTitle,
  Paragraph,
  BulletList,
  OrderedList,
  ListItem,
  Callout,
  Table,
  TableRow,
  TableHeader,
  TableCell,
  Text,
  HardBreak,
  Footnote,
  CrossReference,
  Insertion,
  Deletion,
  SuggestedBold,
  SuggestedItalic,
  SuggestedUnderline,
  SuggestedLink,
  CommentAnchor,
  Link,
  Bold,
  Italic,
  Underline,
  ClauseIds,
];

/** The ProseMirror schema of every document. */
export const documentSchema: Schema = getSchema(documentExtensions);

/** Changes whenever the schema changes; a browser built for another one is refused before its first step. */
export const schemaVersion: string = versionOf(documentSchema);

/** A document of one empty clause with this id. */
export function emptyDocument(id: string): DocumentNode {
  const clause = { type: "clause", attrs: { id }, content: [{ type: "clauseTitle" }, { type: "paragraph" }] };
  return { type: "doc", content: [clause] };
}

function versionOf(schema: Schema): string {
  const nodes = Object.values(schema.nodes).map(({ name, spec }) => [name, spec.content, spec.group, spec.attrs]);
  const marks = Object.values(schema.marks).map(({ name, spec }) => [name, spec.excludes, spec.attrs]);
  return fingerprint(JSON.stringify([nodes, marks]));
}

// FNV-1a, 64 bits: it tells versions apart and guards nothing, so it need not be cryptographic.
function fingerprint(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let at = 0; at < text.length; at++)
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(at))) * 0x100000001b3n);
  return hash.toString(16).padStart(16, "0");
}
