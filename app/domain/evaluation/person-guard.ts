/** A column that looks like it is about one person or one incident, and what it looks like. */
export type PersonColumn = { column: string; why: string };

/** Words of a heading, by what they would bring in. Words of places and definitions make "agency name" harmless. */
const headings: readonly { why: string; word: RegExp }[] = [
  { why: "dates of birth", word: /\b(dob|birth|birthdate|birthday|born)\b/ },
  { why: "social security numbers", word: /\b(ssn|social security)\b/ },
  { why: "medical record numbers", word: /\b(mrn|med(ical)? rec(ord)?|patient|client id|member id|health plan)\b/ },
  { why: "phone numbers", word: /\b(phone|telephone|tel|mobile|fax)\b/ },
  { why: "e-mail addresses", word: /\be ?mail\b/ },
  { why: "addresses", word: /\b(address|street|zip ?code|postal code|apartment)\b/ },
  { why: "license plates or vehicle numbers", word: /\b(plate|license|licence|vin)\b/ },
  { why: "case, CAD or incident numbers", word: /\b(cad|ori|badge)\b|\b(case|incident|event|report|call|booking|complaint|docket)( (id|no|num|number|nbr|ref)|$)/ },
  { why: "places on a map", word: /\b(lat|latitude|lon|lng|long|longitude|coordinates?|geo|gps)\b/ },
  { why: "exact times", word: /\b(time ?stamp|date ?time|time of (call|arrival|day)|occurred at|dispatched at|arrived at)\b/ },
  { why: "free text about incidents", word: /\b(narrative|notes?|comments?|remarks?)\b/ },
  { why: "names of persons", word: /\b(name|names|first ?name|last ?name|fname|lname|surname|subject|suspect|victim|officer|person|alias)\b/ },
];
const harmless = /\b(agency|organization|organisation|measure|indicator|district|unit|stratum|breakdown|group|program|rate|count|percent|officers|persons|names of measures)\b/;

/** `anywhere`: told apart from other words in a running text too. */
const values: readonly { why: string; pattern: RegExp; anywhere?: true }[] = [
  { why: "social security numbers", pattern: /\b\d{3}-\d{2}-\d{4}\b/, anywhere: true },
  { why: "e-mail addresses", pattern: /[^\s@]+@[^\s@]+\.[a-z]{2,}/i, anywhere: true },
  { why: "phone numbers", pattern: /(?:\+?1[ .-]?)?(?:\(\d{3}\) ?|\b\d{3}[ .-])\d{3}[ .-]\d{4}\b/, anywhere: true },
  { why: "exact times", pattern: /\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}[T ]+\d{1,2}:\d{2}|^\d{1,2}:\d{2}(:\d{2})?( ?[ap]m)?$/i },
  { why: "places on a map", pattern: /^-?\d{1,3}\.\d{4,}[ ,;]+-?\d{1,3}\.\d{4,}$/ },
  { why: "addresses", pattern: /\b\d{1,6} (?:[NSEW]\.? )?[A-Z][\w.'-]*(?: [A-Z][\w.'-]*)* (?:st|street|ave|avenue|rd|road|blvd|dr|drive|ln|lane|ct|court|way|hwy)\b\.?/i },
  { why: "medical record numbers", pattern: /\bMRN\W*\d{4,}/i, anywhere: true },
  { why: "case, CAD or incident numbers", pattern: /^(?:[A-Z]{1,5}[-#]?)?(?:19|20)?\d{2}-\d{5,}$|^(?:case|inc|cad|cfs)[ #-]*\d{4,}/i },
];

/** The columns whose heading says that they hold facts about persons or single incidents. */
export function personHeadings(header: readonly string[]): PersonColumn[] {
  return header.flatMap((column) => {
    const words = column.replace(/\b([a-z])\.(?=[a-z]\b)/gi, "$1").replace(/([a-z])([A-Z])/g, "$1 $2").replace(/[^a-zA-Z]+/g, " ").trim().toLowerCase();
    const found = headings.find(({ word }) => word.test(words));
    if (!found || (harmless.test(words) && found.why === "names of persons")) return [];
    return [{ column, why: found.why }];
  });
}

/** Where a single day or a long number is no sign of a person: a month's label may be its last day, and a sum may have nine digits. */
const countedColumns = /\b(period|month|quarter|year|date|wave|numerator|denominator|count|total|n|d|events|contacts|population|exposure)\b/i;

const groupValues: readonly { why: string; pattern: RegExp }[] = [
  { why: "dates of birth or of single days", pattern: /^(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](\d{4}|\d{2}))$/ },
  { why: "numbers of single persons or incidents", pattern: /^#?\d{7,}$/ },
];

/** What a value looks like, when it looks like one about a person or an incident. The heading tells a group's name from a period or a count. */
export function personValue(value: string, column = "count"): string | null {
  if (value.length < 4) return null;
  const signs = countedColumns.test(column.replace(/_/g, " ")) ? values : [...values, ...groupValues];
  return signs.find(({ pattern }) => pattern.test(value))?.why ?? null;
}

/** What somewhere in a running text looks like a fact about a person, by the signs that nothing else has. */
export function personAnywhere(text: string): string | null {
  return values.find(({ pattern, anywhere }) => anywhere && pattern.test(text))?.why ?? null;
}

/** The refusal in words, naming every column. */
export function personInWords(found: readonly PersonColumn[]): string {
  const named = found.map(({ column, why }) => `“${column}” looks like ${why}`);
  return `This file is refused and nothing of it was kept: ${named.join("; ")}. Only totals come in here, never facts about persons or single incidents. Remove ${found.length === 1 ? "that column" : "those columns"} and count by month, agency and group.`;
}
