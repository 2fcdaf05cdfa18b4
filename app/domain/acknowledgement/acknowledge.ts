import { allowed, refused, type Refusal, type Ruling } from "../access/ruling";

/** The kinds of documents that the people of an agency act by, and so are asked to read. */
export const acknowledgedKinds = ["policy", "procedure", "agreement"];

export type Question = { id: string; question: string; choices: readonly string[]; answer: number };

export type Asked = {
  kind: string;
  edition: number;
  /** The latest edition that the agency adopted of the document and that has not ended, and whether it is this one. */
  latestEdition: number | null;
  isLatest: boolean;
  /** Acknowledged before by this person. */
  done: boolean;
  questions: readonly Question[];
};

/** The name of a question's field in the form. */
export function questionField(id: string): string {
  return `question-${id}`;
}

/** The answers in a sent form, by question id. */
export function answersIn(values: Readonly<Record<string, string>>): Record<string, string> {
  const start = questionField("");
  return Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (name.startsWith(start) ? [[name.slice(start.length), value]] : [])));
}

/** May this person acknowledge, with these answers (the index of a choice, as text, by question id)? Every wrong answer is told at its question (422). */
export function acknowledgeRuling(asked: Asked, answers: Readonly<Record<string, string>>): Ruling<{ edition: number }> {
  if (!acknowledgedKinds.includes(asked.kind)) return refused("A document of this kind is not acknowledged.");
  if (asked.latestEdition === null) return refused(`Edition ${asked.edition} is no longer in force at your agency.`);
  if (!asked.isLatest) return refused(`Edition ${asked.edition} is no longer the latest that your agency adopted. Read edition ${asked.latestEdition}.`);
  if (asked.done) return refused("You have acknowledged this edition already.");
  return wrongAnswers(asked.questions, answers) ?? allowed({ edition: asked.edition });
}

function wrongAnswers(questions: readonly Question[], answers: Readonly<Record<string, string>>): Refusal | null {
  const fields = questions.flatMap(({ id, answer }) => {
    const given = answers[id];
    if (given === String(answer)) return [];
    return [[questionField(id), [given === undefined ? "Choose an answer." : "That is not what the text says. Read it again and choose another."]] as const];
  });
  return fields.length === 0 ? null : { ...refused("Not every answer is right yet.", 422), fields: Object.fromEntries(fields.map(([field, said]) => [field, [...said]])) };
}

export type NewQuestion = { question: string; choices: string[]; answer: number };

/** Reads the choices, one a line, of which the right one begins with a star. */
export function questionFrom(question: string, lines: string): Ruling<NewQuestion> {
  const written = lines.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "");
  const choices = written.map((line) => line.replace(/^\*\s*/, ""));
  const right = written.flatMap((line, at) => (line.startsWith("*") ? [at] : []));
  const [answer] = right;
  if (choices.length < 2 || choices.length > 8) return refused("Give two to eight choices, one on each line.", 422, "choices");
  if (choices.some((choice) => choice === "" || choice.length > 200)) return refused("Each choice needs 1 to 200 characters.", 422, "choices");
  if (new Set(choices).size < choices.length) return refused("Two choices are the same.", 422, "choices");
  if (right.length !== 1 || answer === undefined) return refused("Put a star (*) before the one choice that is right.", 422, "choices");
  return allowed({ question, choices, answer });
}

/** The share of an agency that has acknowledged, in words; not told when the agency has fewer than `fewest` people. */
export function progressInWords({ acknowledged, people }: { acknowledged: number; people: number }, fewest: number): string {
  return people < fewest ? "Not shown: the agency has too few people" : `${acknowledged} of ${people}`;
}
