import { readKind } from "~/domain/documents/kinds";
import { sectionInWords, templates, type Section } from "~/domain/documents/templates";
import { type ClauseEntry, clausesOf } from "./numbering";
import { brokenReferences } from "./references";
import type { DocumentNode } from "./schema/document-node";

/** A section that is not there, or says nothing. */
export type SectionFault = Section & { state: "missing" | "empty" };

/**
 * The sections that a text owes and does not hold. A text owes those of its kind that it began with:
 * a text from a template keeps its sections, one from a Word file or an empty page was never given any.
 */
export function sectionFaults(kind: string, begun: DocumentNode, text: DocumentNode): SectionFault[] {
  const given = new Set(clausesOf(begun).map(({ id }) => id));
  const clauses = clausesOf(text);
  return templates[readKind(kind)].flatMap((section): SectionFault[] => {
    if (!given.has(section.clauseId)) return [];
    const clause = clauses.find(({ id }) => id === section.clauseId);
    if (!clause) return [{ ...section, state: "missing" }];
    return saysSomething(clause, clauses) ? [] : [{ ...section, title: clause.title || section.title, state: "empty" }];
  });
}

/** Everything that keeps a text from being frozen, one sentence each: sections it owes, and references that lead nowhere. */
export function textProblems(kind: string, begun: DocumentNode, text: DocumentNode): string[] {
  return [...sectionFaults(kind, begun, text).map(sectionInWords), ...brokenReferences(text).map(referenceInWords)];
}

/** In itself, or in a clause below it. */
function saysSomething(clause: ClauseEntry, all: ClauseEntry[]): boolean {
  return clause.text.trim() !== "" || all.some((below) => below.parentId === clause.id && saysSomething(below, all));
}

function referenceInWords({ number, title }: { number: string; title: string }): string {
  return `${`Clause ${number} ${title}`.trim()} refers to a clause that is gone. Point it to another clause, or delete the reference.`;
}
