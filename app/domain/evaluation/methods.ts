/** What a page offers to someone who has data and a question. */
export type Method = {
  id: MethodId;
  name: string;
  /** What it answers, as a question. */
  answers: string;
  whenToUse: string;
  /** What it takes, in words for the person who brings the data. */
  inputs: string;
  /** Where it misleads. */
  notFor: string;
  chart: "series" | "control" | "forest" | "decay" | "slopes" | "rollout" | null;
};

export type MethodId =
  | "interrupted-series"
  | "staggered-panel"
  | "rate-ratio"
  | "paired"
  | "two-groups"
  | "decay"
  | "two-by-two"
  | "table"
  | "matched"
  | "stratified"
  | "reliability"
  | "raters"
  | "kappa"
  | "pooling"
  | "control-chart"
  | "power";

/** Every method, the sturdier designs first. */
export const methods: readonly Method[] = [
  {
    id: "interrupted-series",
    name: "Interrupted time series",
    answers: "Did the series jump or turn when the change came, beyond where it was already going?",
    whenToUse: "One agency, one date of change, and at least eight periods before it and eight after. Declare the jump, the slope, any delay and the seasons before you look.",
    inputs: "One value a period without gaps; for counts also the exposure (calls, officer-months, population).",
    notFor: "Series where something else changed at the same time.",
    chart: "series",
  },
  {
    id: "staggered-panel",
    name: "Staggered rollout (stepped wedge)",
    answers: "What did being trained change, once each unit's own level and each month's common level are taken out?",
    whenToUse: "Several units that start at different times. The rollout by date is the comparison.",
    inputs: "One row for each unit and period: count or value, exposure, and whether the unit had started.",
    notFor: "Fewer than about ten units, or units that all start together.",
    chart: "rollout",
  },
  {
    id: "rate-ratio",
    name: "Rate before and after",
    answers: "How many times the rate before is the rate after?",
    whenToUse: "A first look at events over exposure, when the rate was steady before the change.",
    inputs: "Events and exposure for each period, and which period is the first after the change.",
    notFor: "A rate that was already moving: the comparison then credits the trend to the change.",
    chart: "control",
  },
  {
    id: "paired",
    name: "Survey before and after, same people",
    answers: "How much did people's answers move?",
    whenToUse: "The same people answered twice, linked by their own code.",
    inputs: "Each person's score before and after.",
    notFor: "Different people before and after.",
    chart: "slopes",
  },
  {
    id: "two-groups",
    name: "Two groups of people",
    answers: "How far apart are the scores of two groups?",
    whenToUse: "Scores of people who belong to one of two groups, for example volunteers and assigned officers.",
    inputs: "The scores of each group.",
    notFor: "Groups that chose themselves, when the difference is to be credited to training.",
    chart: null,
  },
  {
    id: "decay",
    name: "Decay over waves",
    answers: "How fast does what was learned fade, and where does it level off?",
    whenToUse: "Three or more waves after training; one curve for each step of the Critical Decision-Making Model shows which step fades first.",
    inputs: "Time since training and mean score of each wave; number of people and standard deviation if known.",
    notFor: "Two waves, or waves answered by different people.",
    chart: "decay",
  },
  {
    id: "two-by-two",
    name: "Two shares",
    answers: "How do two groups' shares of yes differ?",
    whenToUse: "Counts of yes and no in two groups, for example calls with and without a CIT officer.",
    inputs: "Four counts.",
    notFor: "The same people asked twice, or several agencies thrown together.",
    chart: null,
  },
  {
    id: "table",
    name: "Table of counts",
    answers: "Do rows and columns hang together?",
    whenToUse: "Counts by two classifications, for example disposition by district.",
    inputs: "A table of counts.",
    notFor: "Percentages, or counts that overlap.",
    chart: null,
  },
  {
    id: "matched",
    name: "Same people, yes or no, twice",
    answers: "Did more people turn from no to yes than back?",
    whenToUse: "Yes-or-no answers of the same people before and after.",
    inputs: "How many gained, lost and stayed.",
    notFor: "Different people before and after.",
    chart: null,
  },
  {
    id: "stratified",
    name: "Two shares, agency by agency",
    answers: "How do two groups' shares differ within agencies, put together?",
    whenToUse: "A 2x2 table from each of several agencies.",
    inputs: "Four counts for each agency.",
    notFor: "Agencies whose effects differ widely: look at each of them.",
    chart: "forest",
  },
  {
    id: "reliability",
    name: "Reliability of a scale",
    answers: "Do the items of a scale measure one thing?",
    whenToUse: "Before a scale's score is used as an outcome.",
    inputs: "Each person's answer to each item.",
    notFor: "Checklists whose items need not agree.",
    chart: null,
  },
  {
    id: "raters",
    name: "Agreement of ratings",
    answers: "How far do raters give the same score?",
    whenToUse: "Scenario assessments scored by two or more raters.",
    inputs: "One row a subject, one column a rater.",
    notFor: "Categories without an order (use kappa).",
    chart: null,
  },
  {
    id: "kappa",
    name: "Agreement of two raters on categories",
    answers: "How far do two raters agree beyond chance?",
    whenToUse: "Two people coded the same calls.",
    inputs: "A square table: first rater's categories in rows, second rater's in columns.",
    notFor: "More than two raters.",
    chart: null,
  },
  {
    id: "pooling",
    name: "Several agencies together",
    answers: "What is the typical effect, how much does it differ between agencies, and what should another agency expect?",
    whenToUse: "The same question answered in two or more agencies.",
    inputs: "Each agency's effect and its standard error.",
    notFor: "Measures that are defined differently.",
    chart: "forest",
  },
  {
    id: "control-chart",
    name: "Run or control chart",
    answers: "Is the process steady, and did something out of the ordinary happen?",
    whenToUse: "Month by month, while the program runs.",
    inputs: "One value a period; for shares and rates also what they are taken of.",
    notFor: "Proof that a change caused what the chart shows.",
    chart: "control",
  },
  {
    id: "power",
    name: "Power and sample size",
    answers: "How large must the study be to see the smallest change that matters?",
    whenToUse: "While planning, before data.",
    inputs: "The smallest change that matters, and how much the measure varies.",
    notFor: "Explaining a result after the fact.",
    chart: null,
  },
];

/** The method of this id. */
export function methodOf(id: MethodId): Method {
  const found = methods.find((method) => method.id === id);
  if (!found) throw new Error(`No method is called ${id}.`);
  return found;
}
