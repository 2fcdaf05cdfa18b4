import type { ShownRemark } from "~/editor/comments/shown-thread";

/** What was said about one suggestion; `open` is the thread in which one goes on, null when there is none. */
export type SaidOfSuggestion = { open: string | null; remarks: readonly Pick<ShownRemark, "id" | "body" | "author">[] };
export const nothingSaid: SaidOfSuggestion = { open: null, remarks: [] };

type Said = { id: string; suggestionId: string | null; resolvedAt: Date | string | null; comments: SaidOfSuggestion["remarks"] };

/** What was said in the threads on suggestions, by suggestion. */
export function saidOfSuggestions(threads: readonly Said[]): Record<string, SaidOfSuggestion> {
  const said: Record<string, SaidOfSuggestion> = {};
  for (const { id, suggestionId, resolvedAt, comments } of threads) {
    if (!suggestionId) continue;
    const known = said[suggestionId] ?? nothingSaid;
    said[suggestionId] = { open: known.open ?? (resolvedAt === null ? id : null), remarks: [...known.remarks, ...comments] };
  }
  return said;
}

/** True when the suggestion's own author has given a reason: what they said before anybody else. */
export function hasReason({ remarks }: SaidOfSuggestion, author: string): boolean {
  return remarks[0]?.author.id === author;
}

/** The reason that its author gave, and what others answered. */
export function SuggestionSaid({ said, author }: { said: SaidOfSuggestion; author: string }) {
  if (said.remarks.length === 0) return null;
  const reasoned = hasReason(said, author);
  return (
    <ul role="list" className="suggestion-said" aria-label="What was said about it">
      {said.remarks.map(({ id, body, author: speaker }, at) => (
        <li key={id}>
          <strong>{at === 0 && reasoned ? "Why:" : `${speaker.name}, ${speaker.organization}:`}</strong> {body}
        </li>
      ))}
    </ul>
  );
}

/** What one is asked for: a reason of one's own suggestion, or an answer. */
export function sayWhat(said: SaidOfSuggestion, own: boolean): string {
  return own && said.remarks.length === 0 ? "Say why" : "Reply";
}
