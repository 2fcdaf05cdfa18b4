import type { SinceReadProps } from "./since-read";

type Since<Read> = { timeZone: string; now: Date; since: (Read & { at: Date; clauses: number }) | null };

/** What is shown of a reader's last reading of a working text. */
export function draftSinceRead({ draftId, version, since, timeZone, now }: Since<{ version: number }> & { draftId: string; version: number }, next: string): SinceReadProps {
  return {
    action: `/drafts/${draftId}/reading`,
    read: { name: "version", value: version },
    next,
    since: since && { at: since.at, clauses: since.clauses, compare: `/drafts/${draftId}/compare?from=${since.version}` },
    timeZone,
    now,
  };
}

/** The same for the editions of a document; null before the first. */
export function editionSinceReadOf({ documentId, latest, since, timeZone, now }: Since<{ edition: number }> & { documentId: string; latest: number | null }): SinceReadProps | null {
  if (latest === null) return null;
  return {
    action: `/documents/${documentId}/reading`,
    read: { name: "edition", value: latest },
    next: `/documents/${documentId}`,
    since: since && { at: since.at, clauses: since.clauses, compare: `/documents/${documentId}/compare?from=${since.edition}&to=${latest}` },
    timeZone,
    now,
  };
}
