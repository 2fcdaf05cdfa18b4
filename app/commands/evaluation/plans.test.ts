import { beforeAll, describe, expect, test } from "vitest";
import { addContributor } from "~/commands/evaluation/add-contributor.server";
import { addLibraryMeasures } from "~/commands/evaluation/add-library-measures.server";
import { amendPlan } from "~/commands/evaluation/amend-plan.server";
import { createPlan } from "~/commands/evaluation/create-plan.server";
import { dropAmendment } from "~/commands/evaluation/drop-amendment.server";
import { endContribution } from "~/commands/evaluation/end-contribution.server";
import { lapsePlans } from "~/commands/evaluation/lapse-plans.server";
import { linkClause } from "~/commands/evaluation/link-clause.server";
import { nameSigners } from "~/commands/evaluation/name-signers.server";
import { recallPlan } from "~/commands/evaluation/recall-plan.server";
import { redefineMeasure } from "~/commands/evaluation/redefine-measure.server";
import { signPlan } from "~/commands/evaluation/sign-plan.server";
import { submitPlan } from "~/commands/evaluation/submit-plan.server";
import { writePlanPart } from "~/commands/evaluation/write-plan-part.server";
import { anyone } from "~/domain/access/may";
import type { Outcome } from "~/domain/access/ruling";
import { measureLibrary } from "~/domain/evaluation/measure-library";
import type { PartName } from "~/domain/evaluation/plan-parts";
import { planPage } from "~/queries/evaluation/plan-page.server";
import { planVersion, publicPlan } from "~/queries/evaluation/plan-version.server";
import { database } from "~/store/database.server";
import { definitionOf, measuresOf } from "~/store/measures.server";
import { freshDatabase } from "~/store/test-database";
import { programForTests, type ProgramForTests } from "../../../e2e/support/program-for-tests";

let program: ProgramForTests;
const signers = ["chief", "sheriff", "clinician"];
const cit = () => program.person("cit");

beforeAll(async () => {
  await freshDatabase();
  program = await programForTests();
  done(await addLibraryMeasures(cit(), {}));
});

function done<Value>(outcome: Outcome<Value>): Value {
  if (outcome.ok) return outcome.value;
  throw new Error(outcome.kind === "missing" ? "missing" : JSON.stringify(outcome));
}

async function measureId(key: string): Promise<string> {
  return (await measuresOf(database(), program.programId, { key }))[0]?.id ?? "";
}

let plans = 0;

async function written({ outcome = "1" }: { outcome?: string } = {}): Promise<string> {
  plans += 1;
  const { planId } = done(await createPlan(cit(), { number: `EV-${plans}`, title: "Does training help?", topic: "", visibility: "public", agencyIds: [program.organizationIds[0]] }));
  await write(planId, "questions", [{ question: "Does force fall?" }]);
  await write(planId, "logic", [{ text: "Less force", stage: "long" }]);
  await write(planId, "measures", [{ measure: await measureId("force-rate"), outcome }]);
  done(await nameSigners(cit(), { planId, personIds: signers.map((name) => program.person(name).personId) }));
  return planId;
}

async function write(planId: string, part: PartName, rows: Record<string, string>[]): Promise<void> {
  const { partsVersion } = await database().evaluationPlan.findUniqueOrThrow({ where: { id: planId } });
  done(await writePlanPart(cit(), { planId, part, version: partsVersion, rows }));
}

async function submitted(planId: string): Promise<string> {
  done(await submitPlan(cit(), { planId, answerBy: "2099-05-12" }));
  return (await database().planReview.findFirstOrThrow({ where: { planId, outcome: "open" } })).hash;
}

const sign = (planId: string, name: string, hash: string, answer = "approved", reason = "") => signPlan(program.person(name), { planId, answer, reason, hash });
const stateOf = async (planId: string) => (await database().evaluationPlan.findUniqueOrThrow({ where: { id: planId } })).state;

async function frozen(): Promise<string> {
  const planId = await written();
  const hash = await submitted(planId);
  for (const name of signers) done(await sign(planId, name, hash));
  return planId;
}

describe("the library of measures", () => {
  test("a program begins with the starting library, which says where each definition is from, and adding it again adds nothing", async () => {
    const measures = await measuresOf(database(), program.programId);
    expect(measures).toHaveLength(measureLibrary.length);
    expect(measures.every(({ now }) => now.origin.includes("omposite"))).toBe(true);
    expect(await addLibraryMeasures(cit(), {})).toMatchObject({ ok: false, status: 409 });
  });

  test("a changed definition is the next version, and no version is ever changed", async () => {
    const id = await measureId("arrest-share");
    const { now } = (await measuresOf(database(), program.programId, { key: "arrest-share" }))[0] ?? {};
    if (!now) throw new Error("There is no such measure.");
    const definition = definitionOf(now);
    expect(await redefineMeasure(cit(), { measureId: id, ...definition })).toMatchObject({ ok: false, status: 422 });
    expect(await redefineMeasure(cit(), { measureId: id, ...definition, denominator: "" })).toMatchObject({ ok: false, field: "denominator" });
    const both = await Promise.all(["Felonies", "Citations"].map((exclusions) => redefineMeasure(cit(), { measureId: id, ...definition, exclusions })));
    expect(both.map((outcome) => done(outcome).number).sort()).toEqual([2, 3]);
    await expect(database().measureVersion.updateMany({ where: { measureId: id }, data: { numerator: "Anything" } })).rejects.toThrow();
  });

  test("a measure is linked to a clause that is in the newest edition, once", async () => {
    const link = { measureId: await measureId("force-rate"), documentId: program.documentId, clauseId: "c1" };
    expect(await linkClause(cit(), { ...link, clauseId: "c9" })).toMatchObject({ ok: false, field: "clauseId" });
    done(await linkClause(cit(), link));
    expect(await linkClause(cit(), link)).toMatchObject({ ok: false, status: 409 });
    expect(await linkClause(program.person("peer"), link)).toMatchObject({ ok: false, status: 403 });
  });
});

describe("from draft to frozen", () => {
  test("a plan whose outcome has no indicator is not submitted, and the outcome is named", async () => {
    const planId = await written({ outcome: "" });
    expect(await submitPlan(cit(), { planId, answerBy: "2099-05-12" })).toMatchObject({ ok: false, status: 422, fields: { "outcome-1": [expect.stringContaining("“Less force”")] } });
    expect(await stateOf(planId)).toBe("drafting");
  });

  test("it is frozen by the last of all its signers, with the hash they signed, and nobody writes in it before or after", async () => {
    const planId = await written();
    const hash = await submitted(planId);
    expect(await writePlanPart(cit(), { planId, part: "questions", version: 3, rows: [] })).toMatchObject({ ok: false, status: 409 });
    done(await sign(planId, "chief", hash));
    done(await sign(planId, "sheriff", hash));
    expect(await stateOf(planId)).toBe("review");
    expect(await sign(planId, "advocate", hash)).toMatchObject({ ok: false, status: 403 });
    expect(await sign(planId, "clinician", "0".repeat(64))).toMatchObject({ ok: false, status: 409 });
    expect(done(await sign(planId, "clinician", hash)).version).toBe(1);
    expect(await stateOf(planId)).toBe("frozen");
    expect(await writePlanPart(cit(), { planId, part: "questions", version: 3, rows: [] })).toMatchObject({ ok: false, reason: expect.stringContaining("amendment") });
    const page = done(await publicPlan(anyone, { number: `EV-${plans}`, version: null }));
    expect(page).toMatchObject({ version: 1, hash, definitions: [{ key: "force-rate", version: 1 }] });
    expect(page.signers).toHaveLength(3);
    await expect(database().planReview.updateMany({ where: { planId }, data: { parts: {} } })).rejects.toThrow();
  });

  test("two who sign last at the same moment freeze it once", async () => {
    const planId = await written();
    const hash = await submitted(planId);
    done(await sign(planId, "chief", hash));
    const last = await Promise.all([sign(planId, "sheriff", hash), sign(planId, "clinician", hash), sign(planId, "clinician", hash)]);
    expect(last.filter(({ ok }) => ok)).toHaveLength(2);
    expect(await database().planReview.count({ where: { planId, version: 1 } })).toBe(1);
  });

  test("one no ends it at once, with a reason that everybody reads, and it can be written in again", async () => {
    const planId = await written();
    const hash = await submitted(planId);
    expect(await sign(planId, "chief", hash, "declined")).toMatchObject({ ok: false, field: "reason" });
    done(await sign(planId, "chief", hash, "declined", "The comparison is missing."));
    const page = done(await planPage(cit(), { planId }));
    expect(page.plan).toMatchObject({ state: "drafting", review: { outcome: "declined" } });
    expect(page.may).toMatchObject({ write: true, submit: true });
    expect(await sign(planId, "sheriff", hash)).toMatchObject({ ok: false, status: 403 });
  });

  test("no answer in time is not approved: the job ends it, and so does the answer that comes too late", async () => {
    for (const end of ["job", "answer"]) {
      const planId = await written();
      const hash = await submitted(planId);
      for (const name of ["chief", "sheriff"]) done(await sign(planId, name, hash));
      await database().planReview.updateMany({ where: { planId }, data: { answerBy: new Date(Date.now() - 1_000) } });
      if (end === "job") expect(await lapsePlans()).toBe(1);
      else expect(await sign(planId, "clinician", hash)).toMatchObject({ ok: false, reason: expect.stringContaining("over") });
      expect(await stateOf(planId)).toBe("drafting");
      expect(await database().planReview.findFirst({ where: { planId } })).toMatchObject({ outcome: "lapsed", version: null });
      expect(await lapsePlans(planId)).toBe(0);
    }
  });

  test("it can be taken back from its signers", async () => {
    const planId = await written();
    await submitted(planId);
    done(await recallPlan(cit(), { planId }));
    expect(await stateOf(planId)).toBe("drafting");
    expect(await recallPlan(cit(), { planId })).toMatchObject({ ok: false, status: 409 });
  });

  test("who saves a part over somebody else's save is told", async () => {
    const planId = await written();
    const save = () => writePlanPart(cit(), { planId, part: "rollout", version: 3, rows: [{ unit: "North", starts: "2026-03-01" }] });
    const both = await Promise.all([save(), save()]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe("after the freeze", () => {
  test("an amendment shows before and after, its reason and whether data had been seen; the first version stays", async () => {
    const planId = await frozen();
    const before = done(await planVersion(cit(), { planId, version: 1 }));
    done(await amendPlan(cit(), { planId, why: "The second agency began later.", dataSeen: "yes" }));
    await write(planId, "questions", [{ id: "1", question: "Does force fall by a tenth?" }]);
    const hash = await submitted(planId);
    for (const name of signers) done(await sign(planId, name, hash));
    const after = done(await planVersion(cit(), { planId, version: 2 }));
    expect(after.amendment).toMatchObject({ dataSeen: true, why: "The second agency began later." });
    expect(after.change?.parts).toMatchObject([{ part: "questions", kind: "changed", lines: [{ before: "Does force fall?", after: "Does force fall by a tenth?" }] }]);
    expect(done(await planVersion(cit(), { planId, version: 1 })).hash).toBe(before.hash);
  });

  test("an amendment is dropped: text, parts and measures are again those that were signed, and what was written is kept", async () => {
    const planId = await frozen();
    expect(await dropAmendment(cit(), { planId })).toMatchObject({ ok: false, status: 409 });
    done(await amendPlan(cit(), { planId, why: "The second agency began later.", dataSeen: "no" }));
    await write(planId, "measures", [{ measure: await measureId("connection"), outcome: "1" }]);
    await submitted(planId);
    expect(await dropAmendment(cit(), { planId })).toMatchObject({ ok: false, reason: expect.stringContaining("Take it back first") });
    done(await recallPlan(cit(), { planId }));
    expect(await dropAmendment(program.person("peer"), { planId })).toMatchObject({ ok: false, status: 403 });
    done(await dropAmendment(cit(), { planId }));
    const { plan, versions } = done(await planPage(cit(), { planId }));
    expect(plan).toMatchObject({ state: "frozen", amendment: null, parts: { measures: [{ measure: await measureId("force-rate") }] } });
    expect(versions.map(({ version }) => version)).toEqual([1]);
    expect((await database().planMeasure.findMany({ where: { planId } })).map((link) => link.measureId)).toEqual([await measureId("force-rate")]);
    const draft = await database().draft.findFirstOrThrow({ where: { document: { evaluationPlan: { id: planId } } }, include: { versions: true } });
    expect(draft.frozen).toBe(true);
    expect(draft.versions.map(({ note }) => note)).toContain("Before the amendment was dropped");
    expect(await writePlanPart(cit(), { planId, part: "questions", version: plan.partsVersion, rows: [] })).toMatchObject({ ok: false, status: 409 });
  });

  test("a new investigator is added and the old one kept, both with their days", async () => {
    const planId = await frozen();
    const { contributorId } = done(await addContributor(cit(), { planId, name: "Ruth Alder", part: "Principal investigator", from: "2026-01-01" }));
    expect(await endContribution(cit(), { contributorId, until: "2025-12-31" })).toMatchObject({ ok: false, field: "until" });
    done(await endContribution(cit(), { contributorId, until: "2026-06-30" }));
    done(await addContributor(cit(), { planId, name: "Sam Hale", part: "Principal investigator", from: "2026-07-01" }));
    const { contributors } = done(await planPage(cit(), { planId }));
    expect(contributors.filter(({ part }) => part === "Principal investigator").map(({ name, until }) => [name, until?.toISOString().slice(0, 10) ?? null])).toEqual([["Ruth Alder", "2026-06-30"], ["Sam Hale", null]]);
  });
});
