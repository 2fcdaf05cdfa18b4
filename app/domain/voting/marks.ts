import { allowed, refused, type Ruling } from "../access/ruling";
import { positionName, positions, type BallotOption, type BallotTerms } from "./kinds";

/** What came from a form: one choice or several, and a mark beside each option. */
export type RawMarks = { choice?: string | readonly string[] | undefined; marks?: Readonly<Record<string, string>> | undefined };

/**
 * A filled-in ballot as one canonical string, which is what is stored, hashed and counted: a word or an option's id for one choice,
 * JSON for several (`["o1","o3"]`, in the order of the options), for an order (`["o2","o1"]`, first choice first), for scores and for times (`{"o1":3}`).
 * What does not fit the terms is refused at its field: `choice`, or `mark-o1`.
 */
export function readMarks(terms: BallotTerms, raw: RawMarks): Ruling<string> {
  switch (terms.kind) {
    case "consent":
      return one(raw, ["consent", "object", "abstain"], "Choose consent, object or abstain.");
    case "agreement":
      return one(raw, positions.agreement.map(({ value }) => value), "Choose agree, disagree, abstain or block.");
    case "sense":
      return one(raw, positions.sense.map(({ value }) => value), "Choose where you stand.");
    case "single":
      return one(raw, terms.options.map(({ id }) => id), "Choose one of the options.");
    case "multiple":
      return several(terms, raw);
    case "score":
      return scores(terms, raw);
    case "ranked":
      return order(terms, raw);
    case "time":
      return times(terms, raw);
  }
}

/** An order as it was stored: ids, first choice first. */
export function listOf(choice: string): string[] {
  const read: unknown = JSON.parse(choice);
  if (!Array.isArray(read)) throw new Error("This ballot is not a list.");
  return read.map(String);
}

/** Scores or times as they were stored: a mark by option id. */
export function marksOf(choice: string): Record<string, string> {
  const read: unknown = JSON.parse(choice);
  if (read === null || typeof read !== "object" || Array.isArray(read)) throw new Error("This ballot has no marks.");
  return Object.fromEntries(Object.entries(read).map(([id, mark]) => [id, String(mark)]));
}

/** A stored ballot as its voter would say it. */
export function choiceInWords(terms: BallotTerms, choice: string): string {
  const label = (id: string) => terms.options.find((option) => option.id === id)?.label ?? id;
  switch (terms.kind) {
    case "consent":
    case "agreement":
    case "sense":
      return positionName(choice);
    case "single":
      return label(choice);
    case "multiple":
      return listOf(choice).map(label).join("; ");
    case "ranked":
      return listOf(choice)
        .map((id, place) => `${place + 1}. ${label(id)}`)
        .join("  ");
    case "score":
      return Object.entries(marksOf(choice))
        .map(([id, mark]) => `${label(id)}: ${mark}`)
        .join("; ");
    case "time":
      return (
        Object.entries(marksOf(choice))
          .map(([id, mark]) => `${label(id)}: ${mark === "yes" ? "yes" : "if needed"}`)
          .join("; ") || "No time suits"
      );
  }
}

function chosen({ choice }: RawMarks): string[] {
  if (choice === undefined) return [];
  return typeof choice === "string" ? [choice] : [...choice];
}

function one(raw: RawMarks, known: readonly string[], otherwise: string): Ruling<string> {
  const [only, ...more] = chosen(raw);
  return only !== undefined && more.length === 0 && known.includes(only) ? allowed(only) : refused(otherwise, 422, "choice");
}

function several({ options, mostChoices }: BallotTerms, raw: RawMarks): Ruling<string> {
  const wanted = new Set(chosen(raw));
  const known = options.map(({ id }) => id).filter((id) => wanted.has(id));
  if (known.length !== wanted.size || known.length === 0) return refused("Choose at least one of the options.", 422, "choice");
  if (known.length > mostChoices) return refused(`Choose no more than ${mostChoices}. You chose ${known.length}.`, 422, "choice");
  return allowed(JSON.stringify(known));
}

function scores({ options, highestScore }: BallotTerms, { marks = {} }: RawMarks): Ruling<string> {
  const given: Record<string, number> = {};
  for (const { id, label } of options) {
    const mark = (marks[id] ?? "").trim();
    if (mark === "") continue;
    const points = /^\d{1,3}$/.test(mark) ? Number(mark) : Number.NaN;
    if (!(points <= highestScore)) return refused(`Give “${label}” a whole number from 0 to ${highestScore}.`, 422, `mark-${id}`);
    given[id] = points;
  }
  return Object.keys(given).length > 0 ? allowed(JSON.stringify(given)) : refused("Give at least one option points.", 422, firstField(options));
}

function order({ options }: BallotTerms, { marks = {} }: RawMarks): Ruling<string> {
  const placed: { id: string; place: number }[] = [];
  for (const { id, label } of options) {
    const mark = (marks[id] ?? "").trim();
    if (mark === "") continue;
    const place = /^\d{1,3}$/.test(mark) ? Number(mark) : 0;
    if (place < 1 || place > options.length) return refused(`Give “${label}” a place from 1 to ${options.length}.`, 422, `mark-${id}`);
    if (placed.some((other) => other.place === place)) return refused(`Two options are in place ${place}. Give “${label}” another place.`, 422, `mark-${id}`);
    placed.push({ id, place });
  }
  if (placed.length === 0) return refused("Put at least one option in first place.", 422, firstField(options));
  return allowed(JSON.stringify(placed.sort((a, b) => a.place - b.place).map(({ id }) => id)));
}

function times({ options }: BallotTerms, { marks = {} }: RawMarks): Ruling<string> {
  const given: Record<string, string> = {};
  for (const { id, label } of options) {
    const mark = marks[id] || "no";
    if (mark !== "yes" && mark !== "maybe" && mark !== "no") return refused(`Say yes, if needed or no for “${label}”.`, 422, `mark-${id}`);
    if (mark !== "no") given[id] = mark;
  }
  return allowed(JSON.stringify(given));
}

function firstField([first]: readonly BallotOption[]): string {
  return `mark-${first?.id ?? ""}`;
}
