import { allowed, refused, type Ruling } from "../access/ruling";

/** Something in a text that may tell who a person is. `certain` ones are never published; the others may be mere words. */
export type PersonalDetail = { what: string; words: string; certain: boolean };

const name = String.raw`\p{Lu}[\p{Ll}'’-]+(?:\s+\p{Lu}[\p{Ll}'’-]+)?`;
const number = String.raw`(?:no\.?|num\.?|number|#)`;
const month = "(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|March|Apr(?:il|\\.)?|May|June|July|Aug(?:ust|\\.)?|Sept(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)";
const notNames = /^(?:Safety|Training|Response|Involved|Wellness|Of|Decisions?|Association|Department|Office|Discretion|Conduct|Executive|Operating|Program|Education|Peer|Support)\b/;

const patterns: { what: string; certain: boolean; pattern: RegExp; unless?: RegExp }[] = [
  { what: "an e-mail address", certain: true, pattern: /[\w.+-]+@[\w-]+\.[\w.-]*\w/g },
  { what: "a Social Security number", certain: true, pattern: /\b\d{3}-\d{2}-\d{4}\b/g },
  { what: "a phone number", certain: true, pattern: /(?:\+?1[ .-]?)?\(?\b[2-9]\d{2}\)?[ .-]\s?\d{3}[ .-]\d{4}\b/g },
  { what: "a date of birth", certain: true, pattern: /\b(?:d\.?o\.?b\b\.?|date of birth|born on)[^.\n]{0,15}\d[\d/.-]*/gi },
  {
    what: "the number of a case or an incident",
    certain: true,
    pattern: new RegExp(String.raw`\b(?:case|incident|report|cad|citation|complaint|docket|booking|event|run)\s*(?:${number}\s*[:#]?\s*[a-z]{0,4}-?\d[\d-]+|[:#]?\s*[a-z]{0,4}-?\d{2,4}-\d{2,}|[:#]?\s*\d{5,})`, "gi"),
  },
  { what: "the number of a badge", certain: true, pattern: new RegExp(String.raw`\bbadge\s*${number}?\s*[:#]?\s*\d{2,}`, "gi") },
  { what: "a license plate", certain: true, pattern: new RegExp(String.raw`\b[Pp]late\s*${number}?\s*[:#]?\s*(?=[A-Z0-9 -]*\d)[A-Z0-9]{2,4}[- ]?[A-Z0-9]{2,4}\b`, "g") },
  { what: "a street address", certain: true, pattern: /\b\d{1,5}\s+(?:[NSEW]\.?\s+)?\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)?\s+(?:Street|St\.|Avenue|Ave\b|Road|Rd\b|Drive|Lane|Ln\b|Court|Boulevard|Blvd\b|Place)/gu },
  {
    what: "a name",
    certain: false,
    pattern: new RegExp(String.raw`\b(?:Officer|Deputy|Sergeant|Sgt\.?|Lieutenant|Lt\.?|Captain|Capt\.?|Detective|Det\.|Corporal|Cpl\.?|Trooper|Dispatcher|Nurse|Doctor|Dr\.|Mr\.?|Mrs\.?|Ms\.?|Judge)\s+(${name})`, "gu"),
    unless: notNames,
  },
  { what: "a name", certain: false, pattern: new RegExp(String.raw`\b(?:named|called|[Mm]y (?:son|daughter|brother|sister|mother|father|husband|wife|friend|neighbou?r|uncle|aunt|cousin|patient|client))\s+(${name})`, "gu") },
  { what: "the day of an incident", certain: false, pattern: new RegExp(String.raw`\b[Oo]n\s+(?:${month}\s+\d{1,2}(?:,?\s+\d{4})?|\d{1,2}/\d{1,2}/\d{2,4})`, "g") },
];

/** What in a text may tell who a person is or which incident is meant, in the order of the patterns. It finds forms, not meaning: a person still has to read. */
export function personalDetails(text: string): PersonalDetail[] {
  return patterns.flatMap(({ what, certain, pattern, unless }) =>
    [...text.matchAll(pattern)].filter(([, named]) => !(unless && named && unless.test(named))).map(([words]) => ({ what, certain, words: words.trim() })),
  );
}

/**
 * Comments name no persons and no incidents. What is surely such a detail is refused; what may be one is refused
 * until whoever writes says that it is none (`checked`).
 */
export function personalDetailsRuling(text: string, checked: boolean): Ruling<true> {
  const found = personalDetails(text);
  const certain = found.find((detail) => detail.certain);
  if (certain) return refused(`This seems to hold ${certain.what}: “${certain.words}”. Comments are public, so leave it out.`, 422, "body");
  const [likely] = found;
  if (likely && !checked) return refused(`“${likely.words}” may be ${likely.what}. Comments are public and name no person and no single incident. Change it, or say below that it is nothing of the kind.`, 422, "checked");
  return allowed(true);
}
