import type { Tally } from "~/domain/voting/tally";
import { decisionClock } from "~/domain/decisions/clock";
import { termUses } from "~/editor/glossary/term-uses";
import { redline } from "~/editor/redline";
import type { DocumentNode } from "~/editor/schema/document-node";
import type { libraryDocument } from "./library-document.server";

type Found = Extract<Awaited<ReturnType<typeof libraryDocument>>, { ok: true }>["value"];

/** A document of the library ready for the page; `text` is null on a day on which nothing was in force. */
export function libraryView({ document, text, agencies, agency, owed, asOf, today, review, now }: Found) {
  return {
    document: { number: document.number, title: document.title, program: document.program, editions: document.editions.map(({ number }) => ({ number })) },
    agencies: agencies.map(({ id, agency: name, editionId, ...held }) => ({ id, agency: name, ...held, inForce: text !== null && editionId === text.edition.id, edition: document.editions.find((edition) => edition.id === editionId)?.number ?? null })),
    agency,
    owed: owed.map((answer) => ({ ...answer, clock: decisionClock({ dueAt: answer.dueAt, now }) })),
    asOf,
    today,
    review,
    now,
    text: text && textView(text),
  };
}

/** An edition with its change from the one before, and the tally it was counted by. */
function textView({ edition, adoption, own, content, terms, reading, contentBefore, record, faces, starts }: NonNullable<Found["text"]>) {
  return {
    edition: { number: edition.number, hash: edition.hash },
    adoption: adoption && { from: adoption.from, until: adoption.until },
    own: own && { hash: own.hash, differences: own.differences, redline: own.redline },
    content,
    terms: termUses(content, terms).flatMap(({ termId }) => terms.find(({ id }) => id === termId) ?? []),
    reading,
    change: contentBefore && !own ? redline(contentBefore as DocumentNode, content) : null,
    record: record && { rounds: record.rounds.map(({ result: _result, ...round }) => round), decisions: record.decisions },
    tally: (record?.rounds[0]?.result ?? null) as Tally | null,
    faces,
    starts: starts.map(({ agency, from }) => ({ agency, from })),
  };
}
