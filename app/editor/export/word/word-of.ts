import type { ExportedText } from "../exported-text";
import { wordFile } from "./word-file";
import type { WordText } from "./word-text";

/** What a working text says besides its clean words. */
export type Discussed = Pick<WordText, "content" | "names" | "threads" | "origin">;

/** A text as a Word file: clean, or with its suggestions and comments. */
export function wordOf(text: ExportedText, discussed?: Discussed): Promise<Buffer> {
  const { number, title, program, facts, approvals, foot, hash, at, content } = text;
  return wordFile({
    content,
    title,
    header: `${program} · ${number} ${title}`,
    footer: `${foot}\nSHA-256 ${hash}`,
    facts: facts.map(({ term, fact }) => `${term}: ${fact}`),
    approval: approvals.map(({ agency, head, outcome, date }) => [agency, head, outcome, date].filter(Boolean).join(" · ")),
    names: {},
    threads: [],
    origin: null,
    madeAt: at,
    ...discussed,
  });
}
