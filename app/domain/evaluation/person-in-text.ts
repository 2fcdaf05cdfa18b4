import { personAnywhere, personValue } from "./person-guard";

/** What in a running text looks like a fact about a person, such as a telephone number; null when nothing does. */
export function personInText(text: string): string | null {
  const anywhere = personAnywhere(text);
  if (anywhere) return anywhere;
  for (const word of text.split(/[\s,;()]+/)) {
    const why = personValue(word.replace(/[.:!?]+$/, ""));
    if (why) return why;
  }
  return null;
}

/** The first of some texts, as a finding has them, that holds such a fact, in a sentence; null when none does. */
export function personFault(texts: Readonly<Record<string, string>>): string | null {
  for (const words of Object.values(texts)) {
    const why = personInText(words);
    if (why) return `The text holds what looks like ${why}. Take it out before the finding comes out.`;
  }
  return null;
}
