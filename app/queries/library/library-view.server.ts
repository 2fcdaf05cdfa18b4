import type { Tally } from "~/domain/voting/tally";
import { termUses } from "~/editor/glossary/term-uses";
import { redline } from "~/editor/redline";
import type { DocumentNode } from "~/editor/schema/document-node";
import type { libraryDocument } from "./library-document.server";

type Found = Extract<Awaited<ReturnType<typeof libraryDocument>>, { ok: true }>["value"];

/** An edition ready for the page: its change from the one before, and the tally it was counted by. */
export function libraryView({ document, edition, agencies, starts, content, terms, reading, contentBefore, record, faces, review, now }: Found) {
  const tally = (record?.rounds[0]?.result ?? null) as Tally | null;
  return {
    document: { number: document.number, title: document.title, program: document.program, editions: document.editions.map(({ number }) => ({ number })) },
    edition: { number: edition.number, hash: edition.hash },
    agencies: agencies.map(({ agency, editionId, since }) => ({ agency, since, inForce: editionId === edition.id })),
    starts: starts.map(({ agency, from }) => ({ agency, from })),
    content: content as DocumentNode,
    terms: termUses(content as DocumentNode, terms).flatMap(({ termId }) => terms.find(({ id }) => id === termId) ?? []),
    reading,
    change: contentBefore ? redline(contentBefore as DocumentNode, content as DocumentNode) : null,
    record: record && { rounds: record.rounds.map(({ result: _result, ...round }) => round), decisions: record.decisions },
    tally,
    faces,
    review,
    now,
  };
}
