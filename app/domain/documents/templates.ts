import { documentKinds, type DocumentKind } from "./kinds";

/** A section that a document of a kind must have, and one sentence on what it should hold. The sentence is never part of the text. */
export type Section = { clauseId: string; title: string; guide: string };

type Row = readonly [key: string, title: string, guide: string];

const rows: Record<DocumentKind, readonly Row[]> = {
  charter: [],
  policy: [
    ["purpose", "Purpose", "Say why this policy exists and whom it protects."],
    ["scope", "Whom it applies to", "Name the people, the calls and the places that it covers, and what it leaves out."],
    ["terms", "Words used here", "Define the words that carry weight, or point to the glossary."],
    ["rules", "What is done", "Say what people shall, may and shall not do, one duty to a clause."],
    ["duties", "Who answers for it", "Say which role does what, supervisors and partners too."],
    ["training", "Training", "Say who must be trained in this, by when, and how often again."],
    ["records", "What is recorded", "Say what is written down, by whom, and which measures it feeds."],
    ["review", "Review", "Say who looks at this policy again, and how often."],
  ],
  procedure: [
    ["purpose", "Purpose", "Say what this procedure is for and which policy it carries out."],
    ["when", "When it is used", "Name what starts it, and what ends it."],
    ["steps", "Steps", "List the steps in their order, each with who does it."],
    ["exceptions", "When it does not fit", "Say who may depart from the steps, when, and whom they tell."],
    ["records", "What is recorded", "Say what is written down, and where."],
    ["review", "Review", "Say who looks at this procedure again, and how often."],
  ],
  agreement: [
    ["parties", "Parties", "Name each organization and who signs for it."],
    ["purpose", "Purpose", "Say what the parties want to reach together."],
    ["duties", "What each party does", "List what each party promises, with times and numbers."],
    ["handover", "Handing a person over", "Say how a person in crisis passes from one party to the next, and who stays until then."],
    ["information", "Sharing information", "Say what may be shared with whom, on what legal ground, and what may not."],
    ["costs", "Costs", "Say who pays for what, or that nobody pays."],
    ["disputes", "When the parties disagree", "Say who speaks with whom, and by when."],
    ["term", "Beginning and end", "Say from when it holds, until when, and how a party may leave."],
  ],
  "evaluation-plan": [
    ["cover", "Cover", "Give the program model, agencies and sites, sponsor, version, dates, authors and approvers."],
    ["use", "Purpose and use", "Say what the evaluation is for, who will use it, which decisions it informs, who does it and their conflicts of interest."],
    ["stakeholders", "Stakeholders", "Name each stakeholder, their sector and interest, and their part in design, data, interpretation and sharing."],
    ["program", "Program description", "Describe need, population, parts and dose, rollout by unit with dates, fidelity and the logic model."],
    ["questions", "Questions and hypotheses", "List each question with its type, direction and the smallest change that would matter."],
    ["design", "Design", "Say the design, unit of analysis, dates, comparison, the impact model declared beforehand, threats and power."],
    ["measures", "Measures", "Give one row a measure: definition, numerator, denominator, source, owner, baseline, target and the small-cell rule."],
    ["sharing", "Data management and sharing", "Name the agreements, legal basis, how records are linked and de-identified, who has access, and when it is destroyed."],
    ["subjects", "Human subjects", "Give the review board, protocol, determination, consent, and how vulnerable people are protected."],
    ["analysis", "Analysis plan", "Say the model for each question, covariates, missing data, sensitivity checks, subgroups and stopping rules before data come."],
    ["interpretation", "Interpretation before publication", "Say who sees results when, the comment window, dissent, and that facts may be corrected but findings not vetoed."],
    ["schedule", "Schedule", "List the milestones with owner, due date and status."],
    ["budget", "Budget and staff", "Give the roles, their share of time, gifts in kind, and the cost."],
    ["dissemination", "Dissemination and use", "Say who gets which product, in which accessible form, and how officers and the community hear back."],
    ["quality", "Quality", "Go through utility, feasibility, propriety and accuracy, and list limits and appendices."],
  ],
  "findings-report": [
    ["question", "Question", "Give the question as it stands in the evaluation plan."],
    ["answer", "Answer", "Answer it in one sentence, with its interval, whichever way it points."],
    ["method", "Method", "Say the design, the period, the units and the model."],
    ["data", "Data", "Name the sources and the measures with their definitions, as totals only."],
    ["limits", "What it does not show", "Say what else could explain the result, and for whom it does not hold."],
    ["dialogue", "What the agencies answered", "Give each agency's answer and any dissent in its own words."],
    ["next", "What follows", "Say which clause, training or measure should change, and who takes it up."],
  ],
  minutes: [
    ["present", "Who was there", "List who was present by group, who was absent, and whether there was a quorum."],
    ["agenda", "Agenda", "List what was to be spoken about."],
    ["discussion", "What was said", "Give the reasons on each side, without private facts about anybody."],
    ["motions", "Motions and votes", "Give each motion in its words, who moved it, and the tally by group."],
    ["actions", "Who does what", "List each task with one owner and a day."],
    ["next", "Next meeting", "Give the day, the place and what is carried over."],
  ],
  "lesson-plan": [
    ["audience", "For whom", "Say who is trained, in which role, and what they should know before."],
    ["goals", "Goals", "List what a learner can do afterwards, in words that can be observed."],
    ["policy", "What it rests on", "Name the policy clauses and the curriculum hours that this session covers."],
    ["materials", "Room, people and materials", "List rooms, trainers, role players, people with lived experience, and handouts."],
    ["course", "Course of the session", "List the parts with minutes, and what trainer and learners do in each."],
    ["scenario", "Scenario", "Describe the scene, the role player's part, and the steps of the decision model it practices."],
    ["debrief", "Talking it through", "List the questions to ask afterwards."],
    ["assessment", "How learning is seen", "Say how each goal is observed or tested, now and later."],
  ],
  // Its clauses are its modules, and what it owes is said by the curriculum itself.
  curriculum: [],
};

/**
 * The sections of each kind, in their order. Their clause ids are fixed, so that a section is known again
 * when it has been moved, renumbered or given another title.
 */
export const templates: Record<DocumentKind, readonly Section[]> = Object.fromEntries(
  [...documentKinds, "charter" as const].map((kind) => [kind, rows[kind].map(([key, title, guide]) => ({ clauseId: `section-${kind}-${key}`, title, guide }))]),
) as unknown as Record<DocumentKind, readonly Section[]>;

const guides = new Map(Object.values(templates).flatMap((sections) => sections.map(({ clauseId, guide }) => [clauseId, guide] as const)));

/** What the section of this clause id should hold; null for every other clause. */
export function guideFor(clauseId: string): string | null {
  return guides.get(clauseId) ?? null;
}

/** What is wrong with a section, in words that help. */
export function sectionInWords({ title, guide, state }: Pick<Section, "title" | "guide"> & { state: "missing" | "empty" }): string {
  return `The section “${title}” is ${state}. ${guide}`;
}

/** What a new draft may begin with. */
export const firstTexts = ["sections", "empty"] as const;
