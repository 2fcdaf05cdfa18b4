/** Where the choices of a column come from when they are not fixed: the measures of the library, outcomes of the logic model, questions of the plan. */
export type Source = "measures" | "outcomes" | "questions";

/** One thing asked in a row of a part. `line` and `text` are free words, `day` a date, `choice` one of fixed words, `from` one of what the plan has. */
export type Column = { name: string; label: string; hint?: string; longest?: number } & (
  | { kind: "line" | "text" | "day" }
  | { kind: "choice"; choices: Readonly<Record<string, string>> }
  | { kind: "from"; source: Source }
);

export const directionsOfChange = { increase: "An increase", decrease: "A decrease", difference: "A difference either way", none: "No change" } as const;

export const outcomeStages = ["short", "intermediate", "long"] as const;

export const logicStages = {
  inputs: "Inputs",
  activities: "Activities",
  outputs: "Outputs",
  short: "Short-term outcomes",
  intermediate: "Intermediate outcomes",
  long: "Long-term outcomes",
  assumptions: "Assumptions",
  external: "Outside factors",
} as const;

export const designs = {
  its: "Interrupted time series",
  controlledIts: "Interrupted time series with a comparison",
  steppedWedge: "Stepped wedge: units begin in turn",
  rct: "Randomized trial",
  matched: "Matched comparison",
  prePost: "Before and after, without a comparison",
  qualitative: "Qualitative",
} as const;

export const determinations = {
  pending: "Not determined yet",
  exempt: "Exempt",
  expedited: "Expedited review",
  full: "Full board review",
  notHuman: "Not human subjects research",
} as const;

export const legalBases = { hipaa: "HIPAA", part2: "42 CFR Part 2", cjis: "CJIS", ferpa: "FERPA", state: "State law", none: "None needed: totals only" } as const;
export const milestoneStates = { open: "Open", underway: "Under way", done: "Done", late: "Late" } as const;
export const questionTypes = { process: "Process", outcome: "Outcome", impact: "Impact", cost: "Cost" } as const;
export const ranks = { primary: "Primary", secondary: "Secondary" } as const;
