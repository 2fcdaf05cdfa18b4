import type { Node } from "@tiptap/pm/model";
import { readSteps, takeSteps } from "./authority";
import { rebase, resolve, type Choice } from "./rebase";
import type { DocumentNode } from "./schema/document-node";
import { cleanText } from "./suggestions/clean-text";
import { pendingSuggestions } from "./suggestions/pending";
import { settle } from "./suggestions/settle";

export type KeptBatches = readonly { batchId: string; steps: readonly unknown[] }[];

/** The text that somebody was writing on, and the same with what they wrote; what they only suggested counts as written. */
export type KeptText = { ok: true; base: DocumentNode; mine: DocumentNode } | { ok: false; reason: string };

/** Rebuilds what somebody wrote from the text at the version they stood on and their steps. */
export function keptText(doc: Node, batches: KeptBatches, author: string): KeptText {
  const own = batches.map(({ batchId, steps }) => readSteps(batchId, steps));
  if (own.some((steps) => steps === null)) return { ok: false, reason: "What was written does not fit this text any more. Copy it, and paste it where it belongs." };
  const taken = takeSteps(doc, [], own.flatMap((steps) => steps ?? []), null);
  if (!taken.ok) return { ok: false, reason: `${taken.reason} Copy it, and paste it where it belongs.` };
  const before = new Set(pendingSuggestions(doc).map(({ id }) => id));
  const suggested = pendingSuggestions(taken.doc).filter((each) => each.author === author && !before.has(each.id));
  const mine = settle(taken.doc, new Set(suggested.map(({ id }) => id)), "accepted").doc;
  return { ok: true, base: cleanText(doc), mine: cleanText(mine) };
}

export type Branch = {
  /** The edition it starts from: the latest one, or the one that the text began at, when a person must choose between the two. */
  from: "latest" | "base";
  content: DocumentNode;
  /** Titles of the clauses that both changed. */
  conflicts: string[];
};

/**
 * What somebody wrote, as a branch of the edition that now stands. What only they changed is theirs; where the edition
 * has changed the same clause since, the branch stays on the edition that the text began at and a person chooses,
 * or, where there is none, their words stand in the branch beside the edition's in its comparison.
 */
export function branchOf({ base, mine }: { base: DocumentNode; mine: DocumentNode }, latest: DocumentNode, hasOlderEdition: boolean): Branch | null {
  const sides = { base, mine, theirs: latest };
  const { merged, conflicts } = rebase(sides);
  const titles = conflicts.map(({ title }) => title);
  if (merged) return { from: "latest", content: merged, conflicts: [] };
  if (hasOlderEdition) return { from: "base", content: mine, conflicts: titles };
  const choices = Object.fromEntries(conflicts.map(({ clauseId }): [string, Choice] => [clauseId, "mine"]));
  const resolved = resolve(sides, choices);
  return resolved.ok ? { from: "latest", content: resolved.doc, conflicts: titles } : null;
}
