import { randomInt, randomUUID } from "node:crypto";
import { gzipSync } from "node:zlib";
import { database } from "../../app/store/database.server";
import { hashOf } from "../../app/editor/canonical.server";
import { schemaVersion } from "../../app/editor/schema/document-schema";
import type { Prisma } from "../../app/store/generated/client";
import { textOf } from "../support/program-for-tests";
import type { World } from "./matrix-world";

const definition = {
  name: "Contacts with force", kind: "outcome", domain: "force", numerator: "Crisis contacts with force", denominator: "Crisis contacts", exclusions: "",
  unit: "share", direction: "down", frequency: "monthly", source: "Use-of-force reports", healthData: false, origin: "",
};

/** A measure of its own, at version 1. */
export async function newMeasure({ programId: own, person }: World, programId = own) {
  const measure = await database().measure.create({ data: { programId, key: `m-${randomUUID()}` } });
  await database().measureVersion.create({ data: { ...definition, measureId: measure.id, number: 1, writtenById: person("cit").personId } });
  return measure;
}

/** A file of one row under an agreement, staged or done. */
export async function newImport({ programId, person }: World, state: "staged" | "done" = "staged") {
  const importedById = person("cit").personId;
  const agreement = await database().dataAgreement.create({
    data: { programId, title: "Totals", purpose: "Evaluation", parties: "Police", fields: ["month", "numerator"], retention: "Five years", publication: "After thirty days", validFrom: new Date("2020-01-01"), expiresOn: new Date("2099-12-31"), createdById: importedById },
  });
  const now = new Date();
  return database().dataImport.create({
    data: { programId, number: randomInt(1_000, 1_000_000_000), agreementId: agreement.id, fileName: "totals.csv", fileHash: "none", state, header: ["month", "numerator"], sample: [["2025-01", "9"]], staged: state === "staged" ? new Uint8Array(gzipSync("month,numerator\n2025-01,9\n")) : null, rowsTotal: 1, importedById, stagedAt: now, beatAt: now },
  });
}

export type PlanInWorld = Awaited<ReturnType<typeof newPlan>>;

/** A complete plan: being drafted, before one signer, frozen, or frozen and being amended. */
export async function newPlan(world: World, state: "drafting" | "review" | "frozen" | "amending" = "drafting", signerId?: string, visibility: "program" | "organization" | "public" = "program") {
  const { programId, agency, person } = world;
  const createdById = person("cit").personId;
  const personId = signerId ?? person("clinician").personId;
  const content = textOf("What the evaluation asks.") as unknown as Prisma.InputJsonValue;
  const measure = await newMeasure(world);
  const parts = {
    questions: [{ id: "1", question: "Does force fall?" }],
    logic: [{ id: "1", text: "Less force", stage: "long" }],
    measures: [{ id: "1", measure: measure.id, outcome: "1", source: "" }],
  };
  const document = await database().document.create({
    data: { programId, organizationId: agency, kind: "evaluation-plan", number: `EV-${randomUUID().slice(0, 8)}`.toUpperCase(), title: "Does training help?", visibility, createdById, appliesTo: { create: { organizationId: agency } } },
  });
  await database().draft.create({ data: { documentId: document.id, schemaVersion, start: content, frozen: state !== "drafting" && state !== "amending" } });
  const plan = await database().evaluationPlan.create({ data: { programId, documentId: document.id, state, parts, ...(state === "amending" ? { amendment: { why: "The second agency began later.", dataSeen: false, openedAt: new Date().toISOString() } } : {}), signers: { create: { personId } }, measures: { create: { measureId: measure.id } } } });
  const hash = hashOf({ content, id: plan.id });
  if (state !== "drafting") {
    const text = await database().frozenText.create({ data: { documentId: document.id, content, hash } });
    const at = new Date();
    const signed = state === "frozen" || state === "amending";
    const ended = signed ? { outcome: "approved", version: 1, endedAt: at } : {};
    const answer = signed ? { answer: "approved", at } : {};
    await database().planReview.create({
      data: { planId: plan.id, number: 1, frozenTextId: text.id, parts, hash, submittedById: createdById, submittedAt: at, answerBy: new Date(at.getTime() + 86_400_000), ...ended, answers: { create: { personId, personName: "Signer", organizationName: "Riverton Police", ...answer } } },
    });
  }
  return { id: plan.id, number: document.number, hash, thing: { programId, organizationId: agency, visibility }, signerId: personId };
}

export async function newContributor(world: World) {
  const plan = await newPlan(world);
  const row = await database().planContributor.create({ data: { planId: plan.id, name: "Ruth Alder", part: "Analyst", from: new Date("2026-01-01") } });
  return { ...plan, contributorId: row.id };
}
