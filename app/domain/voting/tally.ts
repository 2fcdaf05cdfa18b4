/** Votes as cast, or votes as they count. Each number is an exact fraction in lowest terms; `consentPercent` is rounded for display. */
export type Weighed = {
  consent: string;
  object: string;
  abstain: string;
  /** The share of consent, exactly; null when no vote enters the share. */
  consentShare: string | null;
  consentPercent: string | null;
};

/** Turnout in whole seats. `needed` is the smallest number of votes that reaches the quorum. */
export type Quorum = { needed: number; have: number; met: boolean };

/** The counting of one group, or of the whole roll. */
export type Part = {
  /** The seats the quorum is a share of: filled or authorized, by the charter, without recused seats. */
  seats: number;
  filled: number;
  authorized: number;
  voted: number;
  consent: number;
  object: number;
  abstain: number;
  raw: Weighed;
  capped: Weighed;
  quorum: Quorum;
  threshold: { needed: string; met: boolean };
};

/** `withheld`: in a secret ballot too few of this group voted to show how; turnout and whether it agreed stand, the rest is zero. */
export type GroupTally = Part & { id: string; name: string; required: boolean; withheld?: true };

/** An organization that cast more votes than its cap: `cast` votes counted as `countedAs`, said in `note`. */
export type CappedOrganization = { organizationId: string; name: string; cast: number; countedAs: number; note: string };

/** Why a vote is not carried. `group` is null when the condition is about the whole roll. Percents are rounded for display. */
export type Condition = { group: { id: string; name: string } | null } & (
  | { kind: "no-seats"; vacant: number }
  | { kind: "quorum"; missing: number; yetToVote: number }
  | { kind: "no-votes"; needed: string; above: boolean }
  | { kind: "threshold"; have: string; needed: string; above: boolean }
  /** Somebody blocked. */
  | { kind: "blocked"; blocks: number }
  /** A share that was not reached in a secret ballot, and whose numbers would tell who chose what. */
  | { kind: "withheld"; needed: string; above: boolean }
);

/** A counted round. It holds plain values only, so it can be stored and compared as it is. */
export type Tally = {
  carried: boolean;
  /** The seats were asked whether they agree: consent counts who does, objection who disagrees or blocks. */
  agreement?: true;
  overall: Part;
  groups: GroupTally[];
  cappedOrganizations: CappedOrganization[];
  /** Votes of recused seats, which do not count. */
  recusedVotes: number;
  unmet: Condition[];
};
