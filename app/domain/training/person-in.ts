import { personValue } from "../evaluation/person-guard";

export type Found = { words: string; why: string };

const patterns: readonly { why: string; pattern: RegExp }[] = [
  { why: "a date of birth", pattern: /\b(?:dob|d\.o\.b\.|born|birth(?:day|date)?)\b[^.]{0,20}/i },
  { why: "a date", pattern: /\b(?:(?:19|20)\d{2}-\d{1,2}-\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)?\d{2})\b/ },
  { why: "a phone number", pattern: /(?<!\d)(?:\+?\d{1,3}[ .-]?)?\(?\d{3}\)?[ .-]?\d{3}[ .-]\d{4}(?!\d)|(?<![\d.-])\d{3}-\d{4}(?![\d-])/ },
  { why: "a case, CAD or incident number", pattern: /\b(?:case|incident|inc|cad|cfs|call|report|event)s?(?: (?:no|num|number|id))?[ .#:-]*\d{3,}\b/i },
  { why: "a case, CAD or incident number", pattern: /\b(?:[A-Z]{1,5}[-#]?)?\d{2,4}-\d{4,}\b|\b[A-Z]*\d{5,}\b/ },
  { why: "an exact time", pattern: /\b\d{1,2}:\d{2}\b/ },
  { why: "a name of a person", pattern: /\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Officer|Deputy|Sergeant|Sgt|Detective|Det|Lieutenant|Lt|Corporal|Cpl|Captain|Capt|Trooper)\.? [A-Z]\p{L}+/u },
];

/** Words that stand with a capital letter in a program and name no person. */
const things = new Set(
  "A An And Are As Ask Asked At Be Before Call Center Centre CIT Clinician County Crisis Critical De-escalation Decision Department Did Dispatch Evening Everyone Facility Family First Good He Health Hold ICAT If In It Keep Lead Let Making Medication Mental Mobile Model More No Not Nobody Night Officers On One Patrol People Police Practise Practice Receiving Say Sheriff She Slow Slowed Step Stay Supervisor Team Talk The Then They Time Two Use Wait Waited We What When Who Work You".split(" "),
);

/** The words of a text that point at a person, an incident or a moment, and what they look like; null when none do. It would rather refuse too much: two names that stand together with capital letters are taken for a person. */
export function personIn(text: string): Found | null {
  for (const { why, pattern } of patterns) {
    const hit = pattern.exec(text);
    if (hit) return { words: hit[0].trim(), why };
  }
  const pieces = text.split(/\s+/).map((word) => word.replace(/^[^\p{L}\d+(]+|[^\p{L}\d)]+$/gu, ""));
  for (const piece of [text, ...pieces, ...pieces.slice(1).map((piece, at) => `${pieces[at]} ${piece}`)]) {
    const why = personValue(piece);
    if (why) return { words: piece.slice(0, 60), why };
  }
  return fullName(text);
}

function fullName(text: string): Found | null {
  for (const [, first = "", last = ""] of text.matchAll(/(?=\b(\p{Lu}\p{Ll}+) (\p{Lu}\p{L}+)\b)/gu))
    if (!things.has(first) && !things.has(last)) return { words: `${first} ${last}`, why: "a name of a person" };
  return null;
}
