/** Is the edition a proposal starts from no longer the latest one? `latest` and `base` are edition numbers. */
export function isStale(base: number, latest: number): boolean {
  return base !== latest;
}

/** Why a stale proposal must be brought up to date, and how. */
export function staleInWords(base: number, latest: number, documentNumber: string): string {
  return `Rebase needed. This proposal starts from edition ${base} of ${documentNumber}, but edition ${latest} has been adopted since. Bring it up to date before a vote can open.`;
}
