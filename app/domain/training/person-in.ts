import { personValue } from "../evaluation/person-guard";
import { givenNames, things } from "./name-words";

export type Found = { words: string; why: string };

const month = "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?";
const caseNumber = "a case, CAD or incident number";

const patterns: readonly { why: string; pattern: RegExp }[] = [
  { why: "a social security number", pattern: /\b\d{3}-\d{2}-\d{4}\b/ },
  { why: "a date of birth", pattern: /\b(?:dob|d\.o\.b\.|born|birth(?:day|date)?)\b[^.]{0,20}/i },
  { why: "a date", pattern: /\b(?:(?:19|20)\d{2}-\d{1,2}-\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)?\d{2})\b/ },
  // Fractions such as 2/3 are no dates.
  { why: "a date", pattern: /(?<![\d/])(?!(?:1\/[2-4]|[23]\/[34])\b)(?:0?[1-9]|1[0-2])\/(?:0?[1-9]|[12]\d|3[01])(?![\d/])/ },
  { why: "a date", pattern: new RegExp(`\\b${month} \\d{1,2}(?:st|nd|rd|th)?\\b|\\b\\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:${month}|may\\b)(?!\\p{L})|\\bmay \\d{1,2}(?:st|nd|rd|th)\\b`, "iu") },
  { why: "a license plate or a badge", pattern: /\b(?:plate|license|licence|vin|badge)s?(?: (?:no|num|number))?[ .:#-]*(?:[A-Z]{1,4}[ -]?)?\d{2,}\w*/i },
  { why: "a phone number", pattern: /(?<!\d)(?:\+?\d{1,3}[ .-]?)?\(?\d{3}\)?[ .-]?\d{3}[ .-]\d{4}(?!\d)|(?<![\d.-])\d{3}-\d{4}(?![\d-])/ },
  { why: caseNumber, pattern: /\b(?:case|incident|inc|cad|cfs|call|report|event)s?(?: (?:no|num|number|id))?[ .#:-]*(?!(?:911|988|211|311)\b)\d{3,}\b/i },
  { why: caseNumber, pattern: /\b(?:case|incident|cad|cfs)[ .#:-]*\d+\b|\b(?:case|incident|call|report|event|file) (?:no|num|number|id)\b[ .#:-]*\d+|#\s?\d{2,}/i },
  { why: caseNumber, pattern: /\b(?:[A-Z]{1,5}[-#]?)?\d{2,4}-\d{4,}\b|\b[A-Z]*\d{5,}\b/ },
  { why: "an exact time", pattern: /\b\d{1,2}:\d{2}\b|\b\d{1,2} ?(?:[ap]m\b|[ap]\.m\.)|\b(?:[01]\d|2[0-3])[0-5]\d ?(?:h|hrs?|hours)\b/i },
  { why: "a name of a person", pattern: /\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Officer|Deputy|Sergeant|Sgt|Detective|Det|Lieutenant|Lt|Corporal|Cpl|Captain|Capt|Trooper)\.? [A-Z][\p{L}'’]+/u },
  { why: "a name of a person", pattern: /(?<![\p{L}.])\p{Lu}\. ?\p{Lu}\p{Ll}[\p{L}'’]+/u },
];

/** Addresses that are shorter than a whole one. They are looked for after whole ones. */
const places: readonly RegExp[] = [
  /\b\d{1,3}(?:st|nd|rd|th) (?:and|at|&) \p{Lu}\p{L}+/u,
  /\b(?:apt|apartment|suite|room)\.? #?(?:\d+[A-Z]?|[A-Z]\d+)\b/i,
  /\b(?:\p{Lu}\p{L}+|\d{1,3}(?:st|nd|rd|th)) (?:Street|Avenue|Road|Boulevard|Lane|Drive|Court|Highway|St|Ave|Rd|Blvd)\b/u,
];

/** The words of a text that point at a person, an incident or a moment, and what they look like; null when none do. It would rather refuse too much: a word that begins with a capital letter within a sentence is taken for a name. */
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
  return placeIn(text) ?? nameIn(text);
}

function placeIn(text: string): Found | null {
  const words = places.map((place) => place.exec(text)?.[0]).find(Boolean);
  if (words) return { words, why: "an address" };
  for (const [hit, name = ""] of text.matchAll(/\b\d{2,5} (?:[NSEW]\.? )?(\p{Lu}\p{Ll}+)\b/gu)) if (!things.has(name)) return { words: hit, why: "an address" };
  return null;
}

function nameIn(text: string): Found | null {
  for (const [, first = "", last = ""] of text.matchAll(/(?=\b(\p{Lu}\p{Ll}+) (\p{Lu}\p{L}+)\b)/gu)) if (!things.has(first) && !things.has(last)) return { words: `${first} ${last}`, why: "a name of a person" };
  for (const { 0: name, index } of text.matchAll(/(?<![\p{L}'’-])\p{Lu}\p{Ll}+(?!\p{L})/gu)) {
    // What follows a full stop, a quotation mark or a new line begins a sentence of its own.
    const within = /[\p{L}\d,;)] +$/u.test(text.slice(0, index));
    if (givenNames.has(name) || (within && !things.has(name))) return { words: name, why: "a name of a person" };
  }
  return null;
}

/** The name of one of these people in a text: the whole name however it is written, or a part of it with its capital letter. */
export function knownNameIn(text: string, people: readonly string[]): Found | null {
  const words = new Set(text.match(/\p{L}+/gu));
  const small = ` ${(text.toLowerCase().match(/\p{L}+/gu) ?? []).join(" ")} `;
  for (const person of people) {
    const parts = person.match(/\p{L}+/gu) ?? [];
    if (parts.length > 1 && small.includes(` ${parts.join(" ").toLowerCase()} `)) return { words: person, why: "a name of a person" };
    const part = parts.find((one) => one.length > 2 && words.has(one) && !things.has(one));
    if (part) return { words: part, why: "a name of a person" };
  }
  return null;
}
