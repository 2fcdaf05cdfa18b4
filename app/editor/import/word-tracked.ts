import type { Element } from "@xmldom/xmldom";
import { newSuggestionId, type Stamp } from "../schema/stamp";

/** Which letters a change of the file is about: their coming and going, or their form. */
type Subject = "words" | "form";

/** Makes stamps of Word's tracked changes. Neighbouring changes of one author are one suggestion. */
export type Tracker = {
  stamp: (change: Element, subject: Subject) => Stamp;
  /** A letter that nobody changed was passed: what comes after it is another suggestion. */
  pass: (subject: Subject) => void;
};

/** `fileTime` stands for a change without a time. */
export function trackChanges(fileTime: string): Tracker {
  const last: Record<Subject, Map<string, { stamp: Stamp; name: string }>> = { words: new Map(), form: new Map() };
  return {
    pass: (subject) => last[subject].clear(),
    stamp: (change, subject) => {
      const author = wordAuthor(change.getAttribute("w:author"));
      const at = wordMoment(change.getAttribute("w:date")) ?? fileTime;
      const before = last[subject].get(author);
      // What was taken out and what was put in its place may have been a minute apart.
      const goesOn = before && (before.stamp.at === at || before.name !== change.tagName);
      const stamp = goesOn ? before.stamp : { id: newSuggestionId(), author, at };
      last[subject].set(author, { stamp, name: change.tagName });
      return stamp;
    },
  };
}

/** Whose change it is, as a stamp says it. */
export function wordAuthor(name: string | null): string {
  const plain = (name ?? "").replace(/[\u0000-\u001f\u007f]/g, " ").trim().slice(0, 100);
  return `word:${plain || "Unknown"}`;
}

/** A moment as Word writes it, in UTC; null for what is none. */
export function wordMoment(written: string | null): string | null {
  if (!written || !/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(written)) return null;
  const moment = new Date(/(Z|[+-]\d\d:\d\d)$/.test(written) ? written : `${written}Z`);
  return Number.isNaN(moment.getTime()) || moment.getUTCFullYear() > 9999 || moment.getUTCFullYear() < 1 ? null : moment.toISOString();
}
