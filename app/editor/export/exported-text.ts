import type { DocumentNode } from "../schema/document-node";

/** A line of what is said about a text before it begins: "Number", "CIT-101". */
export type Fact = { term: string; fact: string };

/** What an agency answered, in the words of a page. */
export type Approval = { agency: string; head: string; outcome: string; date: string };

/** An edition or a working text as it leaves the house: clean text, and what it is. */
export type ExportedText = {
  number: string;
  title: string;
  program: string;
  /** "Edition 2", or "Working text, version 12, not adopted". */
  standing: string;
  facts: Fact[];
  approvals: Approval[];
  /** Said at the foot of every page, before the hash. */
  foot: string;
  /** SHA-256 of the canonical text. */
  hash: string;
  /** When this text came to be; it dates the file, so that the same text gives the same file. */
  at: string;
  language: string;
  content: DocumentNode;
};
