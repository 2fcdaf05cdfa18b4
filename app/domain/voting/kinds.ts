/** What a ballot may ask. Only the first two decide a proposal; the others tell the program what its members think. */
export const ballotKinds = ["consent", "agreement", "sense", "single", "multiple", "score", "ranked", "time"] as const;
export type BallotKind = (typeof ballotKinds)[number];

export const decidingKinds = ["consent", "agreement"] as const satisfies readonly BallotKind[];
export type DecidingKind = (typeof decidingKinds)[number];

/** The kinds that stand on a question of their own. */
export const questionKinds = ["sense", "single", "multiple", "score", "ranked", "time"] as const satisfies readonly BallotKind[];
export type QuestionKind = (typeof questionKinds)[number];

/** `at` is the instant of a meeting time; `proposalId` the proposal that an option stands for. */
export type BallotOption = { id: string; label: string; at?: string; proposalId?: string };

/** What may be marked: the kind, its options, how many of them a voter may choose, and the highest score. */
export type BallotTerms = { kind: BallotKind; options: readonly BallotOption[]; mostChoices: number; highestScore: number };

export const kindNames: Record<BallotKind, string> = {
  consent: "Consent",
  agreement: "Agree, disagree or block",
  sense: "Sense check",
  single: "Choose one",
  multiple: "Choose several",
  score: "Score each",
  ranked: "Rank in order",
  time: "Find a meeting time",
};

export const kindMeanings: Record<BallotKind, string> = {
  consent: "Each seat consents, objects or abstains. The charter's quorums and shares decide.",
  agreement: "Each seat agrees, disagrees, abstains or blocks. The charter's shares decide, and one block stops it.",
  sense: "A quick look at where members stand.",
  single: "Each member chooses one option. The option with the most votes leads.",
  multiple: "Each member chooses as many options as you allow. The option with the most votes leads.",
  score: "Each member gives each option points. The option with the most points leads.",
  ranked: "Each member puts the options in order. You see an instant run-off and every pair compared.",
  time: "Each member says which times suit. The time that suits most leads.",
};

export type Position = { value: string; label: string; meaning: string };

/** The fixed positions of the kinds that have no options of their own. */
export const positions: Record<"agreement" | "sense", readonly Position[]> = {
  agreement: [
    { value: "agree", label: "Agree", meaning: "The change should be made. Your vote adds to the share that the charter asks for." },
    { value: "disagree", label: "Disagree", meaning: "The change should not be made as it stands. Your vote counts against that share." },
    { value: "abstain", label: "Abstain", meaning: "You leave it to the others. Your seat counts for the quorum." },
    { value: "block", label: "Block", meaning: "The change would do harm that the program must not accept. One block stops it. Say why." },
  ],
  sense: [
    { value: "support", label: "Looks good", meaning: "You would support it." },
    { value: "unsure", label: "Not sure yet", meaning: "You have questions, or would change something." },
    { value: "concern", label: "I have a concern", meaning: "You would not support it as it stands." },
  ],
};

/** A fixed position as its voter would say it; any other word stays as it is. */
export function positionName(value: string): string {
  const known = [{ value: "consent", label: "Consent" }, { value: "object", label: "Object" }, ...positions.agreement, ...positions.sense];
  return known.find((position) => position.value === value)?.label ?? value;
}

/** Does a vote of this kind decide a proposal? */
export function decides(kind: BallotKind): kind is DecidingKind {
  return decidingKinds.some((known) => known === kind);
}

/** A stored kind. A word this build does not know is a fault, not a guess. */
export function readKind(word: string): BallotKind {
  const kind = ballotKinds.find((known) => known === word);
  if (!kind) throw new Error(`Unknown kind of ballot ${word}`);
  return kind;
}

/** Is this choice a "no" that may have to be explained? */
export function isObjection(choice: string): boolean {
  return choice === "object" || choice === "disagree" || choice === "block" || choice === "concern";
}
