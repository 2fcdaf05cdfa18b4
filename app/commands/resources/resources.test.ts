import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { Outcome } from "~/domain/access/ruling";
import { homePage } from "~/queries/home/home-page.server";
import { shell } from "~/queries/home/shell.server";
import { resourceList } from "~/queries/resources/resource-list.server";
import { citationReview, resourcePage } from "~/queries/resources/resource-page.server";
import { dayOf } from "~/domain/voting/deadline";
import { database, databaseTime } from "~/store/database.server";
import { freshDatabase } from "~/store/test-database";
import { editionForTests, programForTests, textOf, type PersonActor, type ProgramForTests } from "../../../e2e/support/program-for-tests";
import { addResource, describeResource } from "./add-resource.server";
import { citeResource, removeCitation } from "./cite-resource.server";
import { closeResource, reopenResource } from "./close-resource.server";
import { reviewCitation } from "./review-citation.server";
import { tellLapses } from "./tell-lapse.server";

let program: ProgramForTests;
let coordinator: PersonActor;
let resourceId: string;

const center = { name: "North Street Diversion Center", kind: "center", organization: "County", phone: "555-0177", hours: "Day and night", validUntil: "" };

beforeAll(freshDatabase);
beforeEach(async () => {
  program = await programForTests();
  coordinator = program.person("coordinator");
  resourceId = done(await addResource(coordinator, center)).resourceId;
});

function done<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

async function cite(documentId = program.documentId, clauseId = "c1", actor = program.person("cit")) {
  return citeResource(actor, { resourceId, documentId, clauseId });
}

/** An agreement between the sheriff's office and the center. */
async function memorandum(visibility = "program"): Promise<string> {
  const { id } = await database().document.create({ data: { programId: program.programId, organizationId: program.organizationIds[1] ?? "", kind: "agreement", number: "MOU-4", title: "Memorandum with the center", visibility, createdById: program.person("sheriff").personId } });
  await editionForTests(id, 1, textOf("The center takes whom deputies bring."));
  return id;
}

async function waiting(actor: PersonActor) {
  return done(await homePage(actor, null)).citations.map(({ number, clauseName, resource }) => `${number} ${clauseName}: ${resource}`);
}

test("closing a diversion center lists every clause and agreement that cites it, and tells those who keep them", async () => {
  done(await cite());
  done(await cite(await memorandum(), "c1", program.person("officer")));
  done(await closeResource(coordinator, { resourceId, reason: "Its lease ended. Riverside takes everybody." }));
  const page = done(await resourcePage(coordinator, { resourceId }));
  expect(page).toMatchObject({ resource: { gone: "closed", closedReason: "Its lease ended. Riverside takes everybody." }, citations: [{ document: { number: "CIT-101" }, waits: true }, { document: { number: "MOU-4" }, waits: true }] });
  const told = await database().notice.findMany({ where: { cause: { startsWith: `resource.closed:${resourceId}` } }, include: { person: { select: { name: true } } } });
  expect(told.map(({ person }) => person.name).sort()).toEqual(["chief", "cit", "sheriff"]);
  expect(told.every(({ path, body }) => path === `/resources/${resourceId}#clauses` && body.includes("One clause of yours"))).toBe(true);
  expect(await waiting(program.person("chief"))).toEqual(["CIT-101 1 Clause 1: North Street Diversion Center"]);
  expect(await waiting(program.person("sheriff"))).toEqual(["MOU-4 1 Clause 1: North Street Diversion Center"]);
  expect(await waiting(coordinator)).toEqual([]);
});

test("on the day after its last, who entered an agreement, every coordinator and the heads whose clauses cite it are told, once for each last day", async () => {
  const ends = async (day: string) => void done(await describeResource(coordinator, { resourceId, ...center, validUntil: day }));
  const told = async () => (await database().notice.findMany({ where: { cause: { startsWith: `resource.lapsed:${resourceId}` } }, include: { person: { select: { name: true } } } })).map(({ person, body }) => `${person.name}: ${body}`).sort();
  done(await cite());
  const today = dayOf(await databaseTime(database()), "America/Chicago");
  await ends(today);
  expect(await tellLapses()).toBe(0);
  await ends("2026-01-31");
  expect([await tellLapses(), await tellLapses()]).toEqual([1, 0]);
  const body = "North Street Diversion Center has ended. Its last day was January 31, 2026. One clause cites it and waits to be looked at.";
  expect(await told()).toEqual(["chief", "cit", "coordinator"].map((name) => `${name}: ${body}`));
  await ends("2026-02-28");
  expect(await tellLapses()).toBe(1);
  expect(await told()).toHaveLength(6);
  done(await closeResource(coordinator, { resourceId, reason: "It moved." }));
  await ends("2026-03-31");
  expect(await tellLapses()).toBe(0);
});

test("it waits under “needs you” of those who keep the document until one of them has looked", async () => {
  done(await cite());
  const chief = program.person("chief");
  const before = done(await shell(chief, null)).needsYou;
  done(await closeResource(coordinator, { resourceId, reason: "Its lease ended." }));
  expect(done(await shell(chief, null)).needsYou).toBe(before + 1);
  const [citation] = done(await resourcePage(chief, { resourceId })).citations;
  const citationId = citation?.id ?? "";
  expect(done(await citationReview(chief, { citationId })).text).not.toBeNull();
  expect(await reviewCitation(program.person("sheriff"), { citationId, note: "Fine." })).toMatchObject({ ok: false, status: 403 });
  expect(await reviewCitation(chief, { citationId, note: " " })).toMatchObject({ ok: false, status: 422, fields: { note: [expect.any(String)] } });
  done(await reviewCitation(chief, { citationId, note: "It names no place; Riverside fits." }));
  expect(done(await resourcePage(chief, { resourceId })).citations).toMatchObject([{ waits: false, lookedBy: "chief", lookedNote: "It names no place; Riverside fits." }]);
  expect(done(await shell(chief, null)).needsYou).toBe(before);
  expect(await reviewCitation(chief, { citationId, note: "Again." })).toMatchObject({ ok: false, status: 409 });
});

test("what only the clock brings is counted at the top of the page when the minute is over", async () => {
  done(await cite());
  const chief = program.person("chief");
  const now = Date.now();
  const clock = vi.spyOn(Date, "now").mockReturnValue(now);
  try {
    const before = done(await shell(chief, null)).needsYou;
    await database().resource.update({ where: { id: resourceId }, data: { validUntil: new Date("2026-01-31") } });
    expect(done(await shell(chief, null)).needsYou).toBe(before);
    clock.mockReturnValue(now + 60_000);
    expect(done(await shell(chief, null)).needsYou).toBe(before + 1);
  } finally {
    clock.mockRestore();
  }
});

test("what opens again waits for nobody, and closing it once more asks anew", async () => {
  done(await cite());
  const chief = program.person("chief");
  done(await closeResource(coordinator, { resourceId, reason: "Repairs." }));
  const citationId = done(await resourcePage(chief, { resourceId })).citations[0]?.id ?? "";
  done(await reviewCitation(chief, { citationId, note: "Only for a month." }));
  done(await reopenResource(coordinator, { resourceId }));
  expect(await reopenResource(coordinator, { resourceId })).toMatchObject({ ok: false, status: 409 });
  expect(await waiting(chief)).toEqual([]);
  done(await closeResource(coordinator, { resourceId, reason: "For good." }));
  expect(await closeResource(coordinator, { resourceId, reason: "For good." })).toMatchObject({ ok: false, status: 409 });
  expect(await waiting(chief)).toHaveLength(1);
  expect(await database().notice.count({ where: { personId: chief.personId, cause: { startsWith: "resource.closed:" } } })).toBe(2);
});

test("an agreement whose last day is over waits to be looked at as if it were closed", async () => {
  done(await cite());
  const chief = program.person("chief");
  done(await describeResource(coordinator, { resourceId, ...center, validUntil: "2020-06-30" }));
  expect(done(await resourceList(coordinator, { kind: "center", after: "" })).resources).toMatchObject([{ gone: "lapsed" }]);
  expect(await waiting(chief)).toHaveLength(1);
  done(await describeResource(coordinator, { resourceId, ...center, validUntil: "2099-06-30" }));
  expect(await waiting(chief)).toEqual([]);
});

test("a document of one organization is not named to others, who may still close what it cites", async () => {
  const documentId = await memorandum("organization");
  done(await cite(documentId, "c1", program.person("officer")));
  expect(await cite(documentId, "c1", program.person("cit"))).toMatchObject({ ok: false, status: 422, field: "documentId" });
  expect(done(await resourcePage(coordinator, { resourceId })).citations).toEqual([]);
  done(await closeResource(coordinator, { resourceId, reason: "Its lease ended." }));
  expect(await waiting(program.person("sheriff"))).toHaveLength(1);
  const { id: citationId } = await database().resourceCitation.findFirstOrThrow({ where: { resourceId } });
  expect(await removeCitation(program.person("cit"), { citationId })).toEqual({ ok: false, kind: "missing" });
  expect(await citationReview(program.person("chief"), { citationId })).toEqual({ ok: false, kind: "missing" });
});

test("a name is taken once, a day must exist, and only coordinators close", async () => {
  expect(await addResource(coordinator, center)).toMatchObject({ ok: false, status: 409, field: "name" });
  expect(await addResource(coordinator, { ...center, name: "Other", validUntil: "2026-02-30" })).toMatchObject({ ok: false, status: 422, fields: { validUntil: [expect.any(String)] } });
  expect(await closeResource(program.person("advocate"), { resourceId, reason: "No." })).toMatchObject({ ok: false, status: 403 });
  expect(await closeResource(coordinator, { resourceId, reason: "" })).toMatchObject({ ok: false, status: 422 });
  const other = done(await addResource(coordinator, { ...center, name: "Other" })).resourceId;
  expect(await describeResource(coordinator, { resourceId: other, ...center })).toMatchObject({ ok: false, status: 409, field: "name" });
});
