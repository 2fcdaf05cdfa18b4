import { beforeAll } from "vitest";
import { addLibraryMeasures } from "~/commands/evaluation/add-library-measures.server";
import { createPlan } from "~/commands/evaluation/create-plan.server";
import { nameSigners } from "~/commands/evaluation/name-signers.server";
import { runImport } from "~/commands/evaluation/run-import.server";
import { signAgreement } from "~/commands/evaluation/sign-agreement.server";
import { signPlan } from "~/commands/evaluation/sign-plan.server";
import { stageImport } from "~/commands/evaluation/stage-import.server";
import { startImport } from "~/commands/evaluation/start-import.server";
import { submitPlan } from "~/commands/evaluation/submit-plan.server";
import { writePlanPart } from "~/commands/evaluation/write-plan-part.server";
import type { Outcome } from "~/domain/access/ruling";
import { guessedRoles } from "~/domain/evaluation/import-rows";
import { homePage } from "~/queries/home/home-page.server";
import { database } from "~/store/database.server";
import { findingById } from "~/store/findings.server";
import { measuresOf } from "~/store/measures.server";
import { freshDatabase } from "~/store/test-database";
import { programForTests, type PersonActor, type ProgramForTests } from "../../../e2e/support/program-for-tests";
import { beginFinding } from "./begin-finding.server";
import { checkFinding } from "./check-finding.server";
import { closeDialogue } from "./close-dialogue.server";
import { openDialogue } from "./open-dialogue.server";
import { publishFinding } from "./publish-finding.server";
import { writeFinding } from "./write-finding.server";

export let program: ProgramForTests;
export let planId: string;
export let measureId: string;
export const person = (name: string) => program.person(name);
export const researcher = (): PersonActor => ({ ...person("clinician"), roles: ["researcher"] });

export const checklist = { figures: "yes", limits: "yes", persons: "yes" };
export const words = {
  answer: "No detectable change in arrests.", design: "Before and after, one agency.", n: "24", nUnit: "months", result: "none", effectName: "Rate ratio", effect: "0.94", low: "0.8", high: "1.1",
  limits: "One agency.", wentWrong: "", notShown: "Nothing on injuries.", method: "",
};

/** A program with a frozen plan and two years of totals, for the tests of one file. */
export function withTotals(): void {
  beforeAll(async () => {
    await freshDatabase();
    program = await programForTests();
    const cit = person("cit");
    done(await addLibraryMeasures(cit, {}));
    measureId = (await measuresOf(database(), program.programId, { key: "arrest-share" }))[0]?.id ?? "";
    planId = done(await createPlan(cit, { number: "EV-1", title: "Does training help?", topic: "", visibility: "public", agencyIds: [program.organizationIds[0]] })).planId;
    for (const [version, [part, rows]] of ([["questions", [{ question: "Do arrests fall?" }]], ["logic", [{ text: "Fewer arrests", stage: "long" }]], ["measures", [{ measure: measureId, outcome: "1" }]]] as const).entries()) done(await writePlanPart(cit, { planId, part, version, rows }));
    done(await nameSigners(cit, { planId, personIds: [person("chief").personId] }));
    done(await submitPlan(cit, { planId, answerBy: "2099-05-12" }));
    const { hash } = await database().planReview.findFirstOrThrow({ where: { planId } });
    done(await signPlan(person("chief"), { planId, answer: "approved", reason: "", hash }));
    await bringIn();
  });
}

/** Two years of totals; in one month so few that they are hidden. */
export async function bringIn(): Promise<void> {
  const cit = person("cit");
  const { agreementId } = done(await signAgreement(cit, { title: "Totals", purpose: "Evaluation", parties: "Police", fields: "month, agency, measure, numerator, denominator", measureIds: [measureId], retention: "Five years", publication: "After thirty days", validFrom: "2020-01-01", expiresOn: "2099-12-31" }));
  const lines = Array.from({ length: 24 }, (_, at) => `${2024 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")},Riverton Police,arrest-share,${at === 5 ? 2 : 20 + (at % 7)},${150 + (at % 5)}`);
  const { importId } = done(await stageImport(cit, { agreementId }, { name: "totals.csv", bytes: new TextEncoder().encode(["month,agency,measure,numerator,denominator", ...lines].join("\n")) }));
  done(await startImport(cit, { importId, roles: guessedRoles(["month", "agency", "measure", "numerator", "denominator"]) }));
  await runImport(cit, importId);
}

export function done<Value>(outcome: Outcome<Value>): Value {
  if (outcome.ok) return outcome.value;
  throw new Error(outcome.kind === "missing" ? "missing" : JSON.stringify(outcome));
}

export async function begun(): Promise<string> {
  return done(await beginFinding(researcher(), { planId, questionId: "1", measureId, agencyIds: [program.organizationIds[0] ?? ""] })).findingId;
}

export async function written(): Promise<string> {
  const findingId = await begun();
  done(await writeFinding(researcher(), { findingId, version: 0, ...words }));
  return findingId;
}

export async function daysPass(findingId: string): Promise<void> {
  await database().finding.update({ where: { id: findingId }, data: { dialogueEndsAt: new Date("2020-01-01") } });
}

export async function talkedOver(): Promise<string> {
  const findingId = await written();
  done(await openDialogue(researcher(), { findingId, days: "30" }));
  await daysPass(findingId);
  done(await closeDialogue(researcher(), { findingId }));
  return findingId;
}

export async function published(): Promise<string> {
  const findingId = await talkedOver();
  done(await checkFinding(person("coordinator"), { findingId, ...checklist }));
  done(await publishFinding(researcher(), { findingId }));
  return findingId;
}

export const homeOf = async (name: string) => done(await homePage(person(name), null));
export const stateOf = async (id: string) => (await findingById(database(), id))?.state;
export const numberOf = async (id: string) => (await findingById(database(), id))?.number ?? 0;
