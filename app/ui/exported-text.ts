import type { Approval, ExportedText, Fact } from "~/editor/export/exported-text";
import { namesInARow } from "~/domain/programs/names-in-a-row";
import type { DocumentNode } from "~/editor/schema/document-node";
import { outcomeWords } from "./agency-answers";
import { formatDay, formatWhen } from "~/domain/programs/format-when";

type Moment = Date | string;
type Described = { number: string; title: string; program: { name: string; timeZone: string } };
type Answer = { outcome: string; decidedAt: Moment | null; effectiveFrom: Moment | null; organization: { name: string }; decidedBy: { name: string } | null };

export type EditionToExport = { document: Described; edition: { number: number; hash: string; createdAt: Moment }; decisions: readonly Answer[]; own?: { agency: string; hash: string } | null; content: DocumentNode };
export type DraftToExport = { document: Described; proposal: { number: number; title: string } | null; version: number; hash: string; now: Moment; content: DocumentNode };

const mostNamed = 3;

/** An edition in the words in which it leaves the house; of an agency that adopted it with changes, whose text this is. */
export function exportedEdition({ document, edition, decisions, own = null, content }: EditionToExport): ExportedText {
  const { timeZone, name: program } = document.program;
  const adopted = decisions.filter(({ outcome }) => outcome === "adopted" || (own !== null && outcome === "adoptedWithChanges"));
  const day = (at: Moment | null) => (at ? formatDay(at, timeZone) : "");
  // A first day in force is a day of the calendar, the same in every zone.
  const first = (at: Moment | null) => (at ? formatDay(new Date(at).toISOString().slice(0, 10), timeZone) : "");
  const standing = own ? `Edition ${edition.number}, with the changes of ${own.agency}` : `Edition ${edition.number}`;
  const hash = own?.hash ?? edition.hash;
  const starts = [...new Set(adopted.map(({ effectiveFrom }) => first(effectiveFrom)).filter(Boolean))];
  const facts: Fact[] = [
    { term: "Number", fact: `${document.number}, ${inWords(standing)}` },
    { term: "Adopted", fact: day(edition.createdAt) },
    ...adopted.map(({ organization, effectiveFrom }) => ({ term: "In force", fact: `${organization.name}, from ${first(effectiveFrom)}` })),
    ...adopted.map(({ organization, decidedBy }) => ({ term: "Approved by", fact: decidedBy ? `${decidedBy.name}, ${organization.name}` : organization.name })),
    { term: "SHA-256 of the text", fact: hash },
    ...(own ? [{ term: "SHA-256 of the edition", fact: edition.hash }] : []),
  ];
  const inForce = starts.length === 1 ? `, in force from ${starts[0]}` : starts.length > 1 ? ", in force from the days named on page 1" : "";
  const approvers = adopted.map(({ organization, decidedBy }) => (decidedBy ? `${decidedBy.name} (${organization.name})` : organization.name));
  const approved = approvers.length ? ` Approved by ${inARow(approvers)}.` : "";
  return {
    number: document.number,
    title: document.title,
    program,
    standing,
    facts,
    approvals: decisions.map((decision): Approval => ({ agency: decision.organization.name, head: decision.decidedBy?.name ?? "", outcome: outcomeWords[decision.outcome] ?? decision.outcome, date: day(decision.decidedAt) })),
    foot: `${document.number}, ${inWords(standing)}. Adopted ${day(edition.createdAt)}${inForce}.${approved}`,
    hash,
    at: new Date(edition.createdAt).toISOString(),
    language: "en-US",
    content,
  };
}

/** A working text in the words in which it leaves the house: nobody must take it for what is in force. */
export function exportedDraft({ document, proposal, version, hash, now, content }: DraftToExport): ExportedText {
  const { timeZone, name: program } = document.program;
  const standing = `Working text, version ${version}, not adopted`;
  const when = formatWhen(now, timeZone);
  return {
    number: document.number,
    title: document.title,
    program,
    standing,
    facts: [
      { term: "Number", fact: document.number },
      { term: "Standing", fact: standing },
      ...(proposal ? [{ term: "Proposal", fact: `${proposal.number}, ${proposal.title}` }] : []),
      { term: "As it stood on", fact: when },
      { term: "SHA-256 of the text", fact: hash },
    ],
    approvals: [],
    foot: `${document.number}${proposal ? `, proposal ${proposal.number}` : ""}. ${standing}. As it stood on ${when}. No agency has approved it.`,
    hash,
    at: new Date(now).toISOString(),
    language: "en-US",
    content,
  };
}

/** As it goes on inside a sentence. */
function inWords(standing: string): string {
  return `${standing.charAt(0).toLowerCase()}${standing.slice(1)}`;
}

function inARow(names: readonly string[]): string {
  const named = names.length > mostNamed ? [...names.slice(0, mostNamed), `${names.length - mostNamed} more, named at the end`] : names;
  return namesInARow(named);
}
