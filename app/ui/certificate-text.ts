import { codeInWords } from "~/domain/training/codes";
import { sumInWords } from "~/domain/training/hours";
import type { ExportedText } from "~/editor/export/exported-text";
import type { DocumentNode } from "~/editor/schema/document-node";
import { formatDay } from "~/domain/programs/format-when";

type Certificate = {
  facts: { name: string; organization: string; title: string; minutes: number; days: readonly string[]; curriculum: { number: string; title: string }; code: string };
  hash: string;
  program: { name: string; timeZone: string };
  issuedAt: Date;
};

/** A certificate as the text of a file. Whoever holds it can have its code confirmed in the library, without the name. */
export function certificateText({ facts, hash, program, issuedAt }: Certificate, checkAddress: string): ExportedText {
  const code = codeInWords(facts.code);
  const [first = "", last = first] = [facts.days[0], facts.days.at(-1)];
  const held = first === last ? formatDay(first, program.timeZone) : `${formatDay(first, program.timeZone)} to ${formatDay(last, program.timeZone)}`;
  return {
    number: code,
    title: "Certificate of training",
    program: program.name,
    standing: "Issued",
    facts: [
      { term: "Name", fact: facts.name },
      { term: "Organization", fact: facts.organization },
      { term: "Course", fact: facts.title },
      { term: "Curriculum", fact: `${facts.curriculum.number}, ${facts.curriculum.title}` },
      { term: "Hours", fact: sumInWords(facts.minutes) },
      { term: "Held", fact: held },
      { term: "Issued", fact: formatDay(issuedAt, program.timeZone) },
    ],
    approvals: [],
    foot: `Confirm the code ${code} at ${checkAddress}`,
    hash,
    at: issuedAt.toISOString(),
    language: "en",
    content: words(`${facts.name} attended every day of this course and completed it.`, `Anyone may confirm this certificate: enter its code, ${code}, at ${checkAddress}. The answer names the course, the hours and the organization, not the person.`),
  };
}

function words(...paragraphs: string[]): DocumentNode {
  return { type: "doc", content: paragraphs.map((text) => ({ type: "paragraph", content: [{ type: "text", text }] })) };
}
