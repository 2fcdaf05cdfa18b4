import { beforeAll, beforeEach, expect, test } from "vitest";
import { makeDecision } from "~/commands/decisions/make-decision.server";
import { remindReviews } from "~/commands/review/remind-reviews.server";
import { reviewDocument, setReviewMonths } from "~/commands/review/review-document.server";
import type { Outcome } from "~/domain/access/ruling";
import { monthsLater } from "~/domain/calendar/months-later";
import { dayOf } from "~/domain/voting/deadline";
import { acknowledgementList } from "~/queries/acknowledgement/acknowledgement-list.server";
import { acknowledgementPage, agencyAcknowledgement } from "~/queries/acknowledgement/acknowledgement-page.server";
import { homePage } from "~/queries/home/home-page.server";
import { reviewPage } from "~/queries/review/review-page.server";
import { shell } from "~/queries/home/shell.server";
import { database } from "~/store/database.server";
import { freshDatabase } from "~/store/test-database";
import { editionForTests, personForTests, programForTests, signing, textOf, type ProgramForTests } from "../../../e2e/support/program-for-tests";
import { acknowledgeEdition } from "./acknowledge-edition.server";
import { removeQuestion, writeQuestion } from "./write-question.server";

let program: ProgramForTests;
const today = dayOf(new Date(), "America/Chicago");

beforeAll(freshDatabase);
beforeEach(async () => {
  program = await programForTests();
});

function done<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

/** The agency (0: police, 1: sheriff) adopts an edition from a day, through its head. */
async function adopted({ agency = 0, from = today, edition = program.edition } = {}): Promise<string> {
  const organizationId = program.organizationIds[agency] ?? "";
  const { programId, documentId } = program;
  const head = program.person(agency === 0 ? "chief" : "sheriff");
  const { id } = await database().decision.create({ data: { programId, documentId, organizationId, frozenTextId: edition.frozenTextId, askedAt: new Date(), dueAt: new Date(Date.now() + 86_400_000) } });
  done(await makeDecision(head, { decisionId: id, move: "adopt", reasons: "It is what we do.", effectiveFrom: from, ...(await signing(head)) }));
  return (await database().adoption.findFirstOrThrow({ where: { decisionId: id } })).id;
}

/** An adoption as it stands after so many months: the past cannot be adopted. */
async function adoptedOn(day: string): Promise<void> {
  const adoptionId = await adopted();
  await database().adoption.update({ where: { id: adoptionId }, data: { effectiveFrom: new Date(day) } });
}

test("when an agency adopts, everybody in it is asked to read it, and nobody else", async () => {
  const adoptionId = await adopted();
  const [chief, cit, officer, clinician] = ["chief", "cit", "officer", "clinician"].map((name) => program.person(name));
  expect(done(await homePage(cit!, null)).toAcknowledge).toMatchObject([{ adoptionId, edition: 1, number: "CIT-101" }]);
  expect(done(await shell(chief!, null)).needsYou).toBeGreaterThan(0);
  expect(done(await homePage(officer!, null)).toAcknowledge).toEqual([]);
  expect(await database().notice.count({ where: { cause: `acknowledgement.asked:${adoptionId}` } })).toBe(2);
  for (const outsider of [officer!, clinician!]) {
    expect(await acknowledgementPage(outsider, { adoptionId })).toMatchObject({ ok: false, kind: "missing" });
    expect(await acknowledgeEdition(outsider, { adoptionId })).toMatchObject({ ok: false, kind: "missing" });
  }
});

test("an edition is acknowledged once, with the hash of its text, and then no longer waits", async () => {
  const adoptionId = await adopted();
  const cit = program.person("cit");
  done(await acknowledgeEdition(cit, { adoptionId }));
  expect(await database().acknowledgement.findMany({ where: { adoptionId } })).toMatchObject([{ personId: cit.personId, editionHash: program.edition.hash }]);
  expect(done(await homePage(cit, null)).toAcknowledge).toEqual([]);
  expect(await acknowledgeEdition(cit, { adoptionId })).toMatchObject({ ok: false, status: 409 });
  const twice = await Promise.all([1, 2, 3].map(() => acknowledgeEdition(program.person("chief"), { adoptionId })));
  expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await database().auditRecord.count({ where: { act: "edition.acknowledge", subjectId: adoptionId, outcome: "done" } })).toBe(2);
});

test("a newer edition asks anew, shows what changed since the one that was acknowledged, and ends the older one", async () => {
  const first = await adopted();
  const cit = program.person("cit");
  done(await acknowledgeEdition(cit, { adoptionId: first }));
  const edition = await editionForTests(program.documentId, 2, textOf("Officers wait for a clinician for up to 30 minutes.", "Dispatch records the call."));
  const second = await adopted({ from: monthsLater(today, 1), edition });
  const page = done(await acknowledgementPage(cit, { adoptionId: second }));
  expect(page.change).toMatchObject({ since: { edition: 1 }, redline: { changes: [expect.objectContaining({ clauseId: "c1" })] } });
  expect(done(await acknowledgementPage(program.person("chief"), { adoptionId: second })).change).toBeNull();
  expect(await acknowledgeEdition(program.person("chief"), { adoptionId: first })).toMatchObject({ ok: false, status: 409, reason: expect.stringContaining("Read edition 2") });
  expect(done(await acknowledgementList(cit, { after: "" })).waiting).toMatchObject([{ adoptionId: second, edition: 2 }]);
});

test("an interim order that has ended asks nobody, and is not acknowledged any more", async () => {
  const adoptionId = await adopted();
  await database().adoption.update({ where: { id: adoptionId }, data: { effectiveFrom: new Date(monthsLater(today, -2)), until: new Date(monthsLater(today, -1)) } });
  const cit = program.person("cit");
  expect(done(await homePage(cit, null)).toAcknowledge).toEqual([]);
  expect(await acknowledgeEdition(cit, { adoptionId })).toMatchObject({ ok: false, status: 409, reason: expect.stringContaining("no longer in force") });
});

test("the agency may ask a question; a wrong answer is told and nothing is acknowledged", async () => {
  const adoptionId = await adopted();
  const [chief, cit, observer] = [program.person("chief"), program.person("cit"), program.person("observer")];
  const { questionId } = done(await writeQuestion(chief, { adoptionId, question: "Who waits?", choices: "The dispatcher\n* The officer" }));
  expect(await writeQuestion(observer, { adoptionId, question: "Who?", choices: "* A\nB" })).toMatchObject({ ok: false, kind: "missing" });
  expect(JSON.stringify(done(await acknowledgementPage(cit, { adoptionId })).questions)).not.toContain("answer");
  expect(await acknowledgeEdition(cit, { adoptionId })).toMatchObject({ ok: false, status: 422, fields: { [`question-${questionId}`]: ["Choose an answer."] } });
  expect(await acknowledgeEdition(cit, { adoptionId, answers: { [questionId]: "0" } })).toMatchObject({ ok: false, status: 422 });
  expect(await database().acknowledgement.count({ where: { adoptionId } })).toBe(0);
  done(await acknowledgeEdition(cit, { adoptionId, answers: { [questionId]: "1" } }));
  done(await removeQuestion(cit, { questionId }));
  done(await acknowledgeEdition(chief, { adoptionId }));
});

test("who has not acknowledged is for the agency's own coordinators, trainers and head; the program sees counts", async () => {
  const adoptionId = await adopted();
  const police = program.organizationIds[0] ?? "";
  const reader = await personForTests(program.programId, police, "patrol", ["reviewer"], false);
  const gone = await personForTests(program.programId, police, "gone", ["reviewer"], false);
  await database().person.update({ where: { id: gone.personId }, data: { suspendedAt: new Date() } });
  done(await acknowledgeEdition(program.person("cit"), { adoptionId }));
  const { people } = done(await agencyAcknowledgement(program.person("chief"), { adoptionId }));
  expect(people.map(({ name, at }) => `${name} ${at === null ? "not yet" : "yes"}`)).toEqual(["chief not yet", "cit yes", "patrol not yet"]);
  expect(await agencyAcknowledgement(reader, { adoptionId })).toMatchObject({ ok: false, status: 403 });
  for (const outsider of ["coordinator", "sheriff", "observer"]) expect(await agencyAcknowledgement(program.person(outsider), { adoptionId })).toMatchObject({ ok: false, kind: "missing" });
  const line = async (name: string) => done(await acknowledgementList(program.person(name), { after: "" })).progress.find((row) => row.adoptionId === adoptionId);
  expect(await line("chief")).toMatchObject({ done: "1 of 3", names: true });
  expect(await line("observer")).toMatchObject({ done: expect.stringContaining("Not shown"), names: false });
});

test("how far the agencies are is shown a page of documents at a time, behind the last number", async () => {
  const adoptionId = await adopted();
  const { decisionId } = await database().adoption.findUniqueOrThrow({ where: { id: adoptionId } });
  const { programId, organizationIds, person, edition } = program;
  for (const place of Array.from({ length: 25 }, (_, at) => at)) {
    const document = await database().document.create({ data: { programId, organizationId: organizationIds[0] ?? "", kind: "policy", number: `P-${String(place).padStart(2, "0")}`, title: "More", visibility: "program", createdById: person("cit").personId } });
    await database().adoption.create({ data: { documentId: document.id, editionId: edition.id, organizationId: organizationIds[0] ?? "", decisionId, effectiveFrom: new Date("2026-01-01") } });
  }
  const first = done(await acknowledgementList(person("chief"), { after: "" }));
  expect([first.progress.length, first.next]).toEqual([25, "P-23"]);
  expect(done(await acknowledgementList(person("chief"), { after: "P-23" }))).toMatchObject({ progress: [{ number: "P-24" }], next: null });
});

test("a review ahead is told to every partner's coordinators once for each notice, and stands on their home", async () => {
  await adoptedOn(monthsLater(today, -11));
  const other = await personForTests(program.programId, program.organizationIds[3] ?? "", "partner", ["coordinator"], false);
  const notices = () => database().notice.findMany({ where: { programId: program.programId, cause: { startsWith: "review.due:" } }, select: { personId: true, body: true } });
  await remindReviews();
  const told = await notices();
  expect(told.map(({ personId }) => personId).sort()).toEqual([program.person("coordinator").personId, program.person("cit").personId, other.personId].sort());
  expect(told[0]?.body).toMatch(/^Review due in \d+ days: CIT-101/);
  await remindReviews();
  expect(await notices()).toHaveLength(3);
  expect(done(await homePage(other, null)).toReview).toMatchObject([{ number: "CIT-101", expired: false }]);
  expect(done(await homePage(program.person("advocate"), null)).toReview).toEqual([]);
});

test("a document that is still right is due again after its months; one that nobody looked at expires", async () => {
  const { documentId } = program;
  const coordinator = program.person("coordinator");
  expect(await reviewDocument(coordinator, { documentId, note: "Read." })).toMatchObject({ ok: false, status: 409 });
  await adoptedOn(monthsLater(today, -13));
  expect(done(await reviewPage(coordinator, { documentId })).review).toMatchObject({ expired: true });
  expect(await reviewDocument(program.person("advocate"), { documentId, note: "Read." })).toMatchObject({ ok: false, status: 403 });
  expect(await reviewDocument(coordinator, { documentId, note: " " })).toMatchObject({ ok: false, status: 422, fields: { note: expect.any(Array) } });
  done(await reviewDocument(coordinator, { documentId, note: "Read with the clinicians." }));
  done(await setReviewMonths(coordinator, { documentId, months: "24" }));
  expect(await setReviewMonths(coordinator, { documentId, months: "0" })).toMatchObject({ ok: false, status: 422 });
  const { review, reviews } = done(await reviewPage(coordinator, { documentId }));
  expect(review).toMatchObject({ last: today, due: monthsLater(today, 24), soon: false });
  expect(reviews).toMatchObject([{ day: today, note: "Read with the clinicians.", name: "coordinator" }]);
  expect(done(await homePage(coordinator, null)).toReview).toEqual([]);
});
