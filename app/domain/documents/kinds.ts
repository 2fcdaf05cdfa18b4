/** What a document is. The word is stored; the name is shown. */
export const documentKinds = ["policy", "procedure", "agreement"] as const;
export type DocumentKind = (typeof documentKinds)[number];

export const kindNames: Record<DocumentKind, string> = {
  policy: "Policy",
  procedure: "Procedure",
  agreement: "Agreement",
};

/** What each kind is for, in one sentence. */
export const kindMeanings: Record<DocumentKind, string> = {
  policy: "What an agency will do and why.",
  procedure: "How it is done, step by step.",
  agreement: "What two or more organizations promise each other.",
};

/** A kind read from a stored word; a word this build does not know is shown as a policy. */
export function readKind(word: string): DocumentKind {
  return documentKinds.find((kind) => kind === word) ?? "policy";
}
