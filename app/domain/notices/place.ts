/** What a notice is about, as far as its address says. */
export type Place = { kind: "proposal" | "decision" | "draft" | "document" | "round"; id: string };

const kinds = { proposals: "proposal", decisions: "decision", drafts: "draft", documents: "document", rounds: "round", ballots: "round" } as const;

/** The thing that an address of ours leads to, when it is one of those that a title and a right belong to. */
export function placeOf(path: string): Place | null {
  const [, plural = "", id = ""] = /^\/([a-z]+)\/([0-9a-f-]{36})(?=[/?#]|$)/.exec(path) ?? [];
  const kind = Object.hasOwn(kinds, plural) ? kinds[plural as keyof typeof kinds] : null;
  return kind && { kind, id };
}
