import { element, escaped } from "~/editor/export/word/xml-text";
import { formatDay } from "~/domain/programs/format-when";

type Moment = Date | string;

export type FeedEvents = {
  now: Moment;
  program: { name: string; timeZone: string } | null;
  adoptions: readonly { id: string; effectiveFrom: Moment; organization: { name: string }; edition: { number: number; createdAt: Moment }; decision: { decidedAt: Moment | null; reasons: string }; document: { number: string; title: string } }[];
  overdue: readonly { id: string; dueAt: Moment; organization: { name: string }; document: { number: string; title: string }; proposal: { number: number; title: string } | null }[];
  declined: readonly { id: string; decidedAt: Moment | null; reasons: string; organization: { name: string }; document: { number: string; title: string }; proposal: { number: number; title: string } | null }[];
  findings: readonly { number: number; version: number; publishedAt: Moment; question: string; answer: string; correction: string }[];
};

type Entry = { id: string; title: string; link: string; at: string; words: string };

/** What is new in the library as an Atom feed (RFC 4287), newest first. */
export function atomFeed(events: FeedEvents, origin: string): string {
  const entries = entriesOf(events, origin).sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : one.id < other.id ? 1 : -1));
  const body = [
    text("title", `${events.program?.name ?? "Concord"}: library`),
    text("id", `${origin}/library`),
    text("updated", entries[0]?.at ?? iso(events.now)),
    element("author", {}, text("name", events.program?.name ?? "Concord")),
    element("link", { rel: "self", type: "application/atom+xml", href: `${origin}/library/feed.xml` }),
    element("link", { rel: "alternate", type: "text/html", href: `${origin}/library` }),
    ...entries.map(({ id, title, link, at, words }) =>
      element("entry", {}, [text("id", id), text("title", title), text("updated", at), element("link", { rel: "alternate", type: "text/html", href: link }), text("summary", words)].join("")),
    ),
  ];
  return `<?xml version="1.0" encoding="utf-8"?>\n${element("feed", { xmlns: "http://www.w3.org/2005/Atom", "xml:lang": "en-US" }, body.join("\n"))}\n`;
}

function entriesOf({ adoptions, overdue, declined, findings, program }: FeedEvents, origin: string): Entry[] {
  const day = (at: Moment) => formatDay(at, program?.timeZone ?? "UTC");
  return [
    ...adoptions.map(({ id, effectiveFrom, organization, edition, decision, document }) => ({
      id: `urn:uuid:${id}`,
      title: `${document.number} ${document.title}, edition ${edition.number}: adopted by ${organization.name}`,
      link: `${origin}/library/${encodeURIComponent(document.number)}/editions/${edition.number}`,
      at: iso(decision.decidedAt ?? edition.createdAt),
      words: `In force from ${formatDay(iso(effectiveFrom).slice(0, 10), "UTC")}. ${decision.reasons}`.trim(),
    })),
    ...findings.map(({ number, version, publishedAt, question, answer, correction }) => ({
      id: `${origin}/library/findings/${number}@v${version}`,
      title: version === 1 ? `Finding ${number}: ${question}` : `Finding ${number}, corrected: ${question}`,
      link: `${origin}/library/findings/${number}@v${version}`,
      at: iso(publishedAt),
      words: `${answer} ${correction}`.trim(),
    })),
    ...declined.map(({ id, decidedAt, reasons, organization, document, proposal }) => ({
      id: `${origin}/library/recommendations/${proposal?.number}#declined-${id}`,
      title: `${organization.name} declined recommendation ${proposal?.number}, ${proposal?.title}`,
      link: `${origin}/library/recommendations/${proposal?.number}`,
      at: iso(decidedAt ?? new Date(0)),
      words: `It would have changed ${document.number} ${document.title}. ${reasons}`,
    })),
    ...overdue.map(({ id, dueAt, organization, document, proposal }) => ({
      id: `urn:uuid:${id}`,
      title: `Overdue: the answer of ${organization.name} on recommendation ${proposal?.number}, ${proposal?.title}`,
      link: `${origin}/library/recommendations/${proposal?.number}`,
      at: iso(dueAt),
      words: `The groups carried this change of ${document.number} ${document.title}. The answer was due on ${day(dueAt)}.`,
    })),
  ];
}

function text(name: string, words: string): string {
  return element(name, {}, escaped(words));
}

function iso(at: Moment): string {
  return new Date(at).toISOString();
}
