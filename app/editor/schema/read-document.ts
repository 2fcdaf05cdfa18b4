import { Node } from "@tiptap/pm/model";
import { deepestClause, mostClauses } from "./clause-depth";
import { documentSchema } from "./document-schema";

/** What a document may measure at most: levels of nodes, nodes, and bytes as JSON. */
export const largestDocument = { depth: 20, nodes: 50_000, bytes: 5_000_000 };

/** A document that the schema accepts, or why it does not, in one sentence. */
export type DocumentRead = { ok: true; doc: Node } | { ok: false; reason: string };

const partsOfNode = new Set(["type", "attrs", "content", "marks", "text"]);

/**
 * Rebuilds a document from untrusted JSON through the schema. Refuses what is too deep, too large,
 * not of the schema, has two clauses of one id, or a link that is not allowed. Never throws.
 */
export function readDocument(json: unknown): DocumentRead {
  const reason = outOfBounds(json);
  if (reason) return { ok: false, reason };
  try {
    const doc = Node.fromJSON(documentSchema, json);
    if (doc.type !== documentSchema.topNodeType) return { ok: false, reason: "This is not a whole document." };
    doc.check();
    const fault = clauseFault(doc);
    return fault ? { ok: false, reason: fault } : { ok: true, doc };
  } catch (error) {
    return { ok: false, reason: `The document is not well formed: ${error instanceof Error ? error.message : "unknown"}.` };
  }
}

/** Measures without recursion, so that a document 5,000 levels deep is refused and not a crash. */
function outOfBounds(json: unknown): string | null {
  const waiting: { node: unknown; depth: number }[] = [{ node: json, depth: 0 }];
  let nodes = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, depth } = next;
    if (!isPlain(node) || Object.keys(node).some((key) => !partsOfNode.has(key)))
      return "The document has a part that is not text.";
    if (++nodes > largestDocument.nodes) return `The document has more than ${largestDocument.nodes} parts.`;
    if (depth > largestDocument.depth) return `The document is nested more than ${largestDocument.depth} levels deep.`;
    if (!isFlat(node.attrs) || !areMarks(node.marks)) return "The document has a part with unreadable properties.";
    if (node.content === undefined) continue;
    if (!Array.isArray(node.content)) return "The document has a part that is not text.";
    if (nodes + waiting.length + node.content.length > largestDocument.nodes)
      return `The document has more than ${largestDocument.nodes} parts.`;
    for (const child of node.content) waiting.push({ node: child, depth: depth + 1 });
  }
  return new TextEncoder().encode(JSON.stringify(json)).length > largestDocument.bytes
    ? "The document is larger than 5 MB."
    : null;
}

function clauseFault(doc: Node): string | null {
  if (deepestClause(doc) > mostClauses) return `Clauses are nested more than ${mostClauses} levels deep.`;
  const seen = new Set<unknown>();
  let twice = false;
  doc.descendants((node) => {
    if (node.type.name !== "clause") return false;
    twice ||= seen.has(node.attrs.id);
    seen.add(node.attrs.id);
    return true;
  });
  return twice ? "Two clauses have the same id." : null;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isFlat(attrs: unknown): boolean {
  if (attrs === undefined || attrs === null) return true;
  const isSimple = (value: unknown) => typeof value !== "object" || value === null;
  return (
    isPlain(attrs) &&
    Object.values(attrs).every((value) => isSimple(value) || (Array.isArray(value) && value.every(isSimple)))
  );
}

function areMarks(marks: unknown): boolean {
  if (marks === undefined) return true;
  if (!Array.isArray(marks) || marks.length > 50) return false;
  return marks.every((mark) => isPlain(mark) && typeof mark.type === "string" && isFlat(mark.attrs));
}
