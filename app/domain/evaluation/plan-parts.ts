import { designs, determinations, directionsOfChange, legalBases, logicStages, milestoneStates, questionTypes, ranks, type Column } from "./plan-columns";

export const partNames = ["questions", "logic", "rollout", "design", "measures", "sharing", "ethics", "schedule"] as const;
export type PartName = (typeof partNames)[number];

export type Part = {
  title: string;
  /** The key of the section of the text that it stands with. */
  section: string;
  lead: string;
  /** One row and no more, such as the design. */
  single?: boolean;
  /** The column without which a row is empty and is left out. */
  first: string;
  columns: readonly Column[];
};

/** A row as it is kept: its own short id, and words by column. */
export type Row = { id: string } & Record<string, string>;
export type PlanParts = Record<PartName, readonly Row[]>;

/** The parts of an evaluation plan that are data, each with what is asked in a row. */
export const planPartsSpec: Record<PartName, Part> = {
  questions: {
    title: "Questions", section: "questions", first: "question",
    lead: "What the evaluation asks, and what change would matter, said before anybody has seen data.",
    columns: [
      { name: "question", label: "Question", kind: "text", longest: 500 },
      { name: "type", label: "Type", kind: "choice", choices: questionTypes },
      { name: "rank", label: "Rank", kind: "choice", choices: ranks },
      { name: "direction", label: "Expected", kind: "choice", choices: directionsOfChange },
      { name: "minimum", label: "Smallest change that would matter", kind: "line", hint: "Such as 10 percent fewer." },
    ],
  },
  logic: {
    title: "Logic model", section: "program", first: "text",
    lead: "From what goes in to what should come of it. Every outcome needs a measure before the plan can be submitted.",
    columns: [
      { name: "text", label: "What", kind: "line", longest: 120 },
      { name: "stage", label: "Where it stands", kind: "choice", choices: logicStages },
      { name: "leadsTo", label: "Leads to", kind: "line", hint: "The row numbers, such as 4, 6." },
    ],
  },
  rollout: {
    title: "Rollout by unit", section: "program", first: "unit",
    lead: "Which unit begins when. These days are marked on the figures.",
    columns: [
      { name: "unit", label: "Unit", kind: "line", hint: "An agency, a district, a shift." },
      { name: "starts", label: "Begins", kind: "day" },
      { name: "dose", label: "What it gets", kind: "line", hint: "Hours, curriculum, refresher." },
    ],
  },
  design: {
    title: "Design", section: "design", single: true, first: "design",
    lead: "How a change would be told from chance and from what would have happened anyway.",
    columns: [
      { name: "design", label: "Design", kind: "choice", choices: designs },
      { name: "unit", label: "Unit of analysis", kind: "line", hint: "Such as agency and month." },
      { name: "dates", label: "Dates of the change", kind: "line" },
      { name: "window", label: "Months before and after", kind: "line" },
      { name: "comparison", label: "Comparison", kind: "line" },
      { name: "impact", label: "Impact model declared beforehand", kind: "text", hint: "A step, a slope, a delay, the seasons." },
      { name: "threats", label: "What else could explain a change", kind: "text" },
      { name: "power", label: "Sample size and power", kind: "text" },
    ],
  },
  measures: {
    title: "Measures", section: "measures", first: "measure",
    lead: "Which outcome is seen by which measure, from which source.",
    columns: [
      { name: "measure", label: "Measure", kind: "from", source: "measures" },
      { name: "outcome", label: "Outcome that it shows", kind: "from", source: "outcomes" },
      { name: "question", label: "Question", kind: "from", source: "questions" },
      { name: "source", label: "Source", kind: "line", hint: "Left empty, the source in the library counts." },
      { name: "baseline", label: "Baseline", kind: "line" },
      { name: "target", label: "Target", kind: "line" },
    ],
  },
  sharing: {
    title: "Data sharing", section: "sharing", first: "agreement",
    lead: "Under which agreement totals come in, and on what legal ground.",
    columns: [
      { name: "agreement", label: "Agreement", kind: "line" },
      { name: "parties", label: "Parties", kind: "line" },
      { name: "basis", label: "Legal ground", kind: "choice", choices: legalBases },
      { name: "identifiers", label: "How records are linked and made anonymous", kind: "text" },
      { name: "destroyed", label: "Destroyed on", kind: "day" },
    ],
  },
  ethics: {
    title: "Ethics review", section: "subjects", single: true, first: "determination",
    lead: "What the review board determined, so that a reader sees it beside every finding.",
    columns: [
      { name: "determination", label: "Determination", kind: "choice", choices: determinations },
      { name: "board", label: "Review board", kind: "line" },
      { name: "protocol", label: "Protocol number", kind: "line" },
      { name: "decidedOn", label: "Determined on", kind: "day" },
      { name: "consent", label: "Consent or waiver", kind: "text" },
      { name: "vulnerable", label: "How vulnerable people are protected", kind: "text" },
      { name: "certificate", label: "Certificate", kind: "line", hint: "Of confidentiality, or the privacy certificate of 28 CFR 22." },
    ],
  },
  schedule: {
    title: "Schedule", section: "schedule", first: "milestone",
    lead: "Milestones with an owner and a day.",
    columns: [
      { name: "milestone", label: "Milestone", kind: "line" },
      { name: "owner", label: "Owner", kind: "line" },
      { name: "due", label: "Due", kind: "day" },
      { name: "status", label: "Status", kind: "choice", choices: milestoneStates },
    ],
  },
};

/** Reads stored parts; what is missing is empty. */
export function readParts(stored: unknown): PlanParts {
  const held = (stored && typeof stored === "object" ? stored : {}) as Record<string, unknown>;
  return Object.fromEntries(partNames.map((part) => [part, Array.isArray(held[part]) ? (held[part] as Row[]) : []])) as unknown as PlanParts;
}

/** "IRB: exempt, 2026-014, Riverton State University" for beside a study; null when nothing was determined. */
export function ethicsInWords({ ethics: [row] }: Pick<PlanParts, "ethics">): string | null {
  if (!row || !row.determination || row.determination === "pending") return null;
  const name = determinations[row.determination as keyof typeof determinations] ?? row.determination;
  return [`Ethics review: ${name.toLowerCase()}`, row.protocol, row.board, row.decidedOn].filter(Boolean).join(", ");
}
