import { emptyContent, type FindingContent, type FindingSection, type Stance } from "./finding";
import type { StoredAnalysis } from "./finding-result";

/** What a published version holds for good. Who commented for an agency is not named; the agency is. */
export type PublishedFinding = {
  content: FindingContent;
  analysis: StoredAnalysis | null;
  author: { name: string; organization: string };
  checkedBy: string;
  plan: { number: string; title: string; version: number; public: boolean };
  agencies: { name: string; stance: Stance | null; response: string }[];
  comments: { section: FindingSection; organization: string; body: string; reply: string; corrected: boolean }[];
  /** Why this version corrects the one before; empty for the first. */
  correction: string;
};

/** What is left of a version once its finding is retracted: what it was about and whose it was, so that it can still be named. */
export function tombstoneOf({ content, author, checkedBy, plan, agencies }: PublishedFinding): PublishedFinding {
  return { content: emptyContent(content), analysis: null, author, checkedBy, plan, agencies: agencies.map(({ name }) => ({ name, stance: null, response: "" })), comments: [], correction: "" };
}

export type Citation = { number: number; version: number; publishedAt: Date; address: string; program: string; published: Pick<PublishedFinding, "author" | "content"> };

/** "findings/12@v2": the address of one version, which never changes. */
export function versionAddress(number: number, version: number): string {
  return `/library/findings/${number}@v${version}`;
}

/** Reads "12" or "12@v2"; null for anything else. */
export function readFindingAddress(words: string): { number: number; version: number | null } | null {
  const match = /^([1-9]\d{0,8})(?:@v([1-9]\d{0,5}))?$/.exec(words);
  return match ? { number: Number(match[1]), version: match[2] ? Number(match[2]) : null } : null;
}

const escaped = (text: string) => text.replace(/\\/g, "\\textbackslash{}").replace(/[{}%&#_$]/g, "\\$&").replace(/[~^]/g, (sign) => `\\${sign}{}`);

/** A BibTeX entry of one version. */
export function bibtexOf({ number, version, publishedAt, address, program, published }: Citation): string {
  const day = publishedAt.toISOString().slice(0, 10);
  return [
    `@techreport{finding-${number}-v${version},`,
    `  author = {${escaped(published.author.name)}},`,
    `  title = {${escaped(published.content.question)}},`,
    `  institution = {${escaped(program)}},`,
    `  year = {${day.slice(0, 4)}},`,
    `  type = {Finding},`,
    `  number = {${number}, version ${version}},`,
    `  date = {${day}},`,
    `  url = {${address}}`,
    "}",
    "",
  ].join("\n");
}

/** The same as CSL-JSON. */
export function cslOf({ number, version, publishedAt, address, program, published }: Citation): string {
  const [year, month, day] = publishedAt.toISOString().slice(0, 10).split("-").map(Number);
  const entry = { id: `finding-${number}-v${version}`, type: "report", genre: "Finding", title: published.content.question, author: [{ literal: published.author.name }], publisher: program, number: `${number}`, version: `${version}`, issued: { "date-parts": [[year, month, day]] }, URL: address, abstract: published.content.answer };
  return `${JSON.stringify([entry], null, 2)}\n`;
}
