import { personValue } from "./person-guard";

/** What in a running text looks like a fact about a person, such as a telephone number; null when nothing does. */
export function personInText(text: string): string | null {
  for (const word of text.split(/[\s,;()]+/)) {
    const why = personValue(word.replace(/[.:!?]+$/, ""));
    if (why) return why;
  }
  return null;
}
