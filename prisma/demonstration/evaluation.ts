import { addContributor } from "~/commands/evaluation/add-contributor.server";
import { addLibraryMeasures } from "~/commands/evaluation/add-library-measures.server";
import { createPlan } from "~/commands/evaluation/create-plan.server";
import { linkClause } from "~/commands/evaluation/link-clause.server";
import { nameSigners } from "~/commands/evaluation/name-signers.server";
import { runImport } from "~/commands/evaluation/run-import.server";
import { signAgreement } from "~/commands/evaluation/sign-agreement.server";
import { signPlan } from "~/commands/evaluation/sign-plan.server";
import { stageImport } from "~/commands/evaluation/stage-import.server";
import { startImport } from "~/commands/evaluation/start-import.server";
import { submitPlan } from "~/commands/evaluation/submit-plan.server";
import { writePlanPart } from "~/commands/evaluation/write-plan-part.server";
import type { Actor } from "~/domain/access/may";
import type { Outcome } from "~/domain/access/ruling";
import { guessedRoles } from "~/domain/evaluation/import-rows";
import type { PartName } from "~/domain/evaluation/plan-parts";
import { templateText } from "~/editor/template-text";
import type { DocumentNode } from "~/editor/schema/document-node";
import { reviewHash } from "~/store/demonstration.server";
import { database } from "~/store/database.server";
import { measuresOf } from "~/store/measures.server";
import { seedFindings } from "./findings";
import { organizations } from "./people";
import { seedSurveys } from "./surveys";

type Member = Extract<Actor, { kind: "person" }>;
type People = Record<"coordinator" | "researcher" | "chief" | "sheriff" | "clinician" | "cit", Member>;
type Tools = { done: <Value>(outcome: Outcome<Value>) => Value; write: (author: Member, documentId: string, content: DocumentNode) => Promise<unknown> };

const title = "Does the crisis training change what happens at the scene?";

/** A frozen plan with its measures, and three years of monthly totals of two agencies around the training. All figures are made up. */
export async function seedEvaluation(people: People, policyId: string, today: string, { done, write }: Tools): Promise<void> {
  const { coordinator, researcher, chief, sheriff, clinician } = people;
  done(await addLibraryMeasures(coordinator, {}));
  const measures = new Map((await measuresOf(database(), coordinator.programId)).map(({ id, key }) => [key, id]));
  const measure = (key: string) => measures.get(key) ?? "";
  for (const [key, clauseId] of [["force-rate", "timedistance"], ["arrest-share", "timedistance"], ["connection", "transport001"]] as const) done(await linkClause(researcher, { measureId: measure(key), documentId: policyId, clauseId }));
  const { planId, documentId } = done(await createPlan(researcher, { number: "CIT-EV-1", title, topic: "Evaluation", visibility: "public", agencyIds: [chief.organizationId, sheriff.organizationId] }));
  await write(clinician, documentId, planText());
  const month = monthsBefore(today, 36);
  const started = [month[14] ?? "", month[20] ?? ""];
  const parts: [PartName, Record<string, string>[]][] = [
    ["questions", [
      { question: "Does the share of crisis contacts with force fall after the training?", type: "outcome", rank: "primary", direction: "decrease", minimum: "10 percent fewer" },
      { question: "Are more people connected to care?", type: "outcome", rank: "primary", direction: "increase", minimum: "5 points more" },
      { question: "Do arrests at crisis contacts fall?", type: "outcome", rank: "secondary", direction: "decrease", minimum: "10 percent fewer" },
    ]],
    ["logic", [
      { text: "Trainers, clinicians, role players", stage: "inputs", leadsTo: "2" },
      { text: "40 hours with scenarios", stage: "activities", leadsTo: "3, 4" },
      { text: "Patrol trained, shift by shift", stage: "outputs", leadsTo: "5, 6" },
      { text: "Supervisors debrief by the model", stage: "outputs", leadsTo: "5" },
      { text: "Officers slow down first", stage: "short", leadsTo: "7" },
      { text: "People reach care", stage: "intermediate", leadsTo: "8" },
      { text: "Less force", stage: "intermediate" },
      { text: "Fewer arrests", stage: "long" },
      { text: "Dispatch codes crisis calls the same way", stage: "assumptions" },
      { text: "The crisis line 988 grows", stage: "external" },
    ]],
    ["rollout", [
      { unit: "Riverton Police", starts: `${started[0]}-01`, dose: "40 hours, all patrol shifts within three months" },
      { unit: "Riverton County Sheriff", starts: `${started[1]}-01`, dose: "40 hours, day shift first" },
    ]],
    ["design", [{ design: "steppedWedge", unit: "Agency and month", dates: started.join(" and "), window: "14 months before, 15 and more after", comparison: "Each agency against itself and the other", impact: "A step two months after the training begins; no slope; months of the year.", threats: "A trend that was there before; the growth of the crisis line; how calls are coded.", power: "With 160 contacts a month, a fall from 9 to 7.5 percent is seen with about 80 percent power." }]],
    ["measures", [
      { measure: measure("highest-verbal"), outcome: "5", question: "1", baseline: "", target: "" },
      { measure: measure("connection"), outcome: "6", question: "2", baseline: "38%", target: "45%" },
      { measure: measure("force-rate"), outcome: "7", question: "1", baseline: "9%", target: "8%" },
      { measure: measure("arrest-share"), outcome: "8", question: "3", baseline: "14%", target: "12%" },
    ]],
    ["sharing", [{ agreement: "DSA 2026-1", parties: "Both agencies, the university", basis: "none", identifiers: "No records leave the agencies; each counts for itself.", destroyed: "" }]],
    ["ethics", [{ determination: "notHuman", board: "Riverton State University", protocol: "2026-014", decidedOn: "", consent: "Not needed for totals", vulnerable: "No person is named; small counts are hidden.", certificate: "" }]],
    ["schedule", [{ milestone: "Plan frozen", owner: researcher.name, due: today, status: "done" }, { milestone: "First analysis", owner: researcher.name, due: "", status: "open" }]],
  ];
  for (const [version, [part, rows]] of parts.entries()) done(await writePlanPart(researcher, { planId, part, version, rows }));
  done(await addContributor(researcher, { planId, name: clinician.name, part: "Clinical adviser", from: today }));
  const signers = [chief, sheriff, clinician];
  done(await nameSigners(researcher, { planId, personIds: signers.map(({ personId }) => personId) }));
  done(await submitPlan(researcher, { planId, answerBy: `${Number(today.slice(0, 4)) + 1}-01-31` }));
  const hash = await reviewHash(database(), planId);
  for (const signer of signers) done(await signPlan(signer, { planId, answer: "approved", reason: "", hash }));

  const { agreementId } = done(
    await signAgreement(researcher, {
      title: "DSA 2026-1", parties: "Riverton Police, Riverton County Sheriff, Riverton State University", purpose: "Evaluation of the crisis training, as the plan CIT-EV-1 says.",
      fields: "month, agency, measure, race, numerator, denominator", measureIds: ["force-rate", "connection", "arrest-share", "highest-verbal"].map(measure), retention: "Five years after the last finding.",
      publication: "After the agencies have had 30 days to comment. They may correct facts and not withhold a finding.", validFrom: `${Number(today.slice(0, 4)) - 3}-01-01`, expiresOn: `${Number(today.slice(0, 4)) + 3}-12-31`,
    }),
  );
  const bytes = new TextEncoder().encode(totals(month, started));
  const { importId } = done(await stageImport(researcher, { agreementId }, { name: "crisis-contacts.csv", bytes }));
  done(await startImport(researcher, { importId, roles: guessedRoles(["month", "agency", "measure", "race", "numerator", "denominator"]), breakdown: "race" }));
  await runImport(researcher, importId);
  await seedFindings(people, planId, month, started[0] ?? "", done);
  await seedSurveys(researcher, today, done);
}

/** The months before this one, the oldest first. */
function monthsBefore(today: string, count: number): string[] {
  const last = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1;
  return Array.from({ length: count }, (_, at) => last - count + at).map((month) => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`);
}

const agencies = [
  { name: organizations.police.name, contacts: 165, phase: 1 },
  { name: organizations.sheriff.name, contacts: 88, phase: 2 },
];
/** Share before, and what the training makes of it. */
const effects: readonly [key: string, before: number, factor: number][] = [["force-rate", 0.092, 0.8], ["connection", 0.38, 1.15], ["arrest-share", 0.14, 0.97], ["highest-verbal", 0.71, 1.06]];
const races: readonly [name: string, share: number][] = [["White", 0.52], ["Black", 0.29], ["Hispanic", 0.13], ["Asian", 0.03]];

/** Plausible counts from a fixed wave instead of dice, so that every demonstration is the same. */
function totals(months: readonly string[], started: readonly string[]): string {
  const lines = ["month,agency,measure,race,numerator,denominator"];
  const soFar = new Map<string, number>();
  // What was rounded off one month is there in a later one.
  const portion = (of: string, amount: number) => {
    const before = soFar.get(of) ?? 0;
    soFar.set(of, before + amount);
    return Math.round(before + amount) - Math.round(before);
  };
  for (const [at, month] of months.entries())
    for (const [index, { name, contacts, phase }] of agencies.entries()) {
      const all = Math.round(contacts * (1 + 0.12 * Math.sin((at / 12) * 2 * Math.PI) + 0.05 * wave(at * 3 + phase)));
      for (const [order, [key, before, factor]] of effects.entries()) {
        const share = before * (month >= (started[index] ?? "") ? factor : 1) * (1 + 0.18 * wave(at * 7 + order * 11 + phase));
        const hit = Math.min(all, Math.max(0, Math.round(all * share)));
        lines.push(`${month},${name},${key},,${hit},${all}`);
        if (key === "force-rate") for (const [race, part] of races) lines.push(`${month},${name},${key},${race},${portion(`${name} ${race} hit`, hit * part)},${portion(`${name} ${race} all`, all * part)}`);
      }
    }
  return lines.join("\n");
}

function wave(at: number): number {
  return Math.sin(at * 12.9898) * Math.cos(at * 4.1414);
}

const sentences: Record<string, string> = {
  cover: "The program model is a crisis intervention team of two agencies. This plan was written by the university with both agencies and the mental health center.",
  use: "The evaluation is for the program and its public. It informs whether the training goes on as it is. The evaluator is independent of both agencies.",
  program: "All patrol officers take forty hours. The police department begins first, the sheriff half a year later.",
  questions: "We ask whether force falls, whether more people are connected to care, and whether arrests fall.",
  design: "Each agency begins at its own time, so that what changes for both at once is not taken for the training.",
  analysis: "A rate model with agency and month, errors clustered by agency, and months of the year. With two agencies the intervals are wide, and we say so.",
  interpretation: "Both agencies read the draft for thirty days. They may correct facts. No finding is withheld, whichever way it points.",
};

function planText(): DocumentNode {
  const text = templateText("evaluation-plan");
  return {
    ...text,
    content: (text.content ?? []).map((clause) => {
      const words = sentences[String(clause.attrs?.id ?? "").replace("section-evaluation-plan-", "")];
      return words ? { ...clause, content: [...(clause.content ?? []).slice(0, 1), { type: "paragraph", content: [{ type: "text", text: words }] }] } : clause;
    }),
  };
}
