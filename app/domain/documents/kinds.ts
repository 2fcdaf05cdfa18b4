/** What a document is, besides the charter. The word is stored; the name is shown. */
export const documentKinds = ["policy", "procedure", "agreement", "evaluation-plan", "findings-report", "minutes", "lesson-plan", "curriculum"] as const;
/** The charter is a document that nobody starts: the program has one, and its text follows from its rules. */
export type DocumentKind = (typeof documentKinds)[number] | "charter";

export const kindNames: Record<DocumentKind, string> = {
  policy: "Policy",
  procedure: "Procedure",
  agreement: "Agreement",
  "evaluation-plan": "Evaluation plan",
  "findings-report": "Findings report",
  minutes: "Minutes",
  "lesson-plan": "Lesson plan",
  curriculum: "Curriculum",
  charter: "Charter",
};

/** What each kind is for, in one sentence. */
export const kindMeanings: Record<DocumentKind, string> = {
  policy: "What an agency will do and why.",
  procedure: "How it is done, step by step.",
  agreement: "What two or more organizations promise each other.",
  "evaluation-plan": "What will be measured, how, and who sees the results when.",
  "findings-report": "What was found, how sure it is, and what it does not show.",
  minutes: "Who met, what was said, and what was decided.",
  "lesson-plan": "What a session teaches, to whom and how.",
  curriculum: "What is taught in which hours, by whom; its clauses are the modules.",
  charter: "How the program decides together.",
};

/** The kinds that are started or imported among the documents. A curriculum is started in the training pages, which give it its modules. */
export const startedKinds = documentKinds.filter((kind) => kind !== "curriculum");

/** The kinds that an agency's head adopts. The others stay working drafts. */
const decidedKinds: readonly DocumentKind[] = ["policy", "procedure", "agreement", "curriculum"];

/** Does the head of an agency decide about documents of this kind? */
export function isDecided(kind: DocumentKind): boolean {
  return decidedKinds.includes(kind);
}

/** Why a document of this kind does not go to an agency's head. */
export function undecidedInWords(kind: DocumentKind): string {
  return `${kindNames[kind]}: documents of this kind stay working drafts. Only policies, procedures, agreements and curricula go to an agency head.`;
}

/** A kind read from a stored word; a word this build does not know is shown as a policy. */
export function readKind(word: string): DocumentKind {
  return word === "charter" ? word : (documentKinds.find((kind) => kind === word) ?? "policy");
}
