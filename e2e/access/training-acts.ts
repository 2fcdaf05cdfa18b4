import { randomUUID } from "node:crypto";
import type { Thing } from "../../app/domain/access/may";
import { codeFrom } from "../../app/domain/training/codes";
import { moduleClause } from "../../app/editor/curriculum-text";
import { schemaVersion } from "../../app/editor/schema/document-schema";
import type { Prisma } from "../../app/store/generated/client";
import { database } from "../../app/store/database.server";
import type { Caller, World } from "./matrix-world";
import type { Attempt, RouteActs } from "./attempts";

const module = { hours: "1.5", day: "Monday", start: "9:00", method: "Lecture", topic: "Law", taughtBy: "", objectives: "", standard: "", materials: "", steps: ["3"] };
const scenario = { scene: "A porch at night.", roleCard: "Speaks softly.", observerSheet: "Who speaks?", safety: "One person stops the scene with the word red.", debrief: "", steps: ["1"], videoUrl: "", videoTitle: "" };
const debrief = { assignment: "Patrol", shift: "Night", step1: "well", step2: "practise", step3: "unseen", step4: "well", step5: "well", well: "One voice at the door.", practise: "" };
const today = () => new Date().toISOString().slice(0, 10);

/** Which act each address of training asks for. */
export const trainingActs: Record<string, RouteActs> = {
  "routes/training._index": { GET: { act: "training.read", make: program } },
  "routes/training.courses._index": { GET: { act: "training.read", make: program } },
  "routes/training.curricula.new": {
    GET: { act: "curriculum.create", make: ownOrganization },
    POST: { act: "curriculum.create", make: (world, caller) => ({ ...ownOrganization(world, caller), form: { curriculum: "icat", number: `TRN-${randomUUID().slice(0, 8)}`, title: "ICAT", visibility: "program", agencyIds: [world.agencyIn(programOf(world, caller))] } }) },
  },
  "routes/training.curricula.$documentId._index": { GET: { act: "training.read", make: curriculum } },
  "routes/training.curricula.$documentId.rule": { GET: { act: "curriculum.rule", make: curriculum }, POST: { act: "curriculum.rule", make: async (world) => ({ ...(await curriculum(world)), form: { hours: "12", topics: "Law" } }) } },
  "routes/training.curricula.$documentId.minimums": {
    GET: { act: "curriculum.rule", make: curriculum },
    POST: { act: "curriculum.rule", make: async (world) => ({ ...(await curriculum(world)), form: { topic: "Law", hours: "1", groupId: world.groupIn(world.programId) } }) },
  },
  "routes/training.curricula.$documentId.links._index": { GET: { act: "training.read", make: curriculum }, POST: { act: "module.link", make: async (world) => ({ ...(await curriculum(world)), form: { moduleId: "module1", clause: `${world.documentId}/c1` } }) } },
  "routes/training.curricula.$documentId.links.removal": { GET: { act: "training.read", make: curriculum }, POST: { act: "module.link", make: linkedCurriculum } },
  "routes/training.weeks.$draftId._index": { GET: { act: "draft.read", make: week } },
  "routes/training.weeks.$draftId.modules.$moduleId": { GET: { act: "draft.write", make: week }, POST: { act: "draft.write", make: async (world) => ({ ...(await week(world)), form: module }) } },
  "routes/training.weeks.$draftId.places.$moduleId": { GET: { act: "draft.read", make: week }, POST: { act: "draft.write", make: async (world) => ({ ...(await week(world)), form: { place: "Friday" } }) } },
  "routes/training.weeks.$draftId.modules.new": { GET: { act: "draft.write", make: week }, POST: { act: "draft.write", make: async (world) => ({ ...(await week(world)), form: { ...module, title: "One more" } }) } },
  "routes/training.scenarios._index": { GET: { act: "training.read", make: program } },
  "routes/training.scenarios.new": { GET: { act: "scenario.write", make: program }, POST: { act: "scenario.write", make: (world, caller) => ({ ...program(world, caller), form: { ...scenario, title: `A scene ${randomUUID()}` } }) } },
  "routes/training.scenarios.$scenarioId._index": { GET: { act: "training.read", make: oneScenario } },
  "routes/training.scenarios.$scenarioId.text": { GET: { act: "scenario.write", make: oneScenario }, POST: { act: "scenario.write", make: async (world) => ({ ...(await writtenScenario(world)), form: { ...scenario, title: `A scene ${randomUUID()}`, read: "2026-01-02T00:00:00.000Z" } }) } },
  "routes/training.scenarios.$scenarioId.removal": { POST: { act: "module.link", make: async (world) => ({ ...(await linkedScenario(world)), form: { clause: `${world.documentId}/c1` } }) } },
  "routes/training.scenarios.$scenarioId.clauses": { GET: { act: "training.read", make: oneScenario }, POST: { act: "module.link", make: async (world) => ({ ...(await oneScenario(world)), form: { clause: `${world.documentId}/c1` } }) } },
  "routes/training.courses.new": {
    GET: { act: "course.plan", make: program },
    POST: { act: "course.plan", make: async (world) => ({ ...(await curriculum(world)), params: {}, form: { curriculumId: (await newCurriculum(world)).id, title: "CIT week", place: "Academy", audience: "Patrol", capacity: "10", days: "2027-03-01" } }) },
  },
  "routes/training.courses.$courseId._index": { GET: { act: "training.read", make: course } },
  "routes/training.courses.$courseId.plan": { GET: { act: "course.plan", make: course }, POST: { act: "course.plan", make: async (world) => ({ ...(await course(world)), form: { title: `CIT week ${randomUUID()}`, place: "Academy", audience: "Patrol", capacity: "20", days: "2099-03-01\n2099-03-02\n2099-03-03\n2099-03-04" } }) } },
  "routes/training.courses.$courseId.stage": { GET: { act: "training.read", make: course }, POST: { act: "course.run", make: async (world) => ({ ...(await course(world)), form: { move: "cancel" } }) } },
  "routes/training.courses.$courseId.instructors": { GET: { act: "training.read", make: course }, POST: { act: "course.run", make: async (world) => ({ ...(await course(world)), form: { organizationId: world.agency, name: "Ruth Alder", subject: "Law", hours: "1" } }) } },
  // The list is one's own organization's, in any course of the program.
  "routes/training.courses.$courseId.people": {
    GET: { act: "trainee.read", make: async (world, caller) => ({ thing: rosterThing(world, caller), params: (await course(world)).params ?? {} }) },
    POST: { act: "trainee.enroll", make: async (world) => ({ thing: traineeThing(world), params: (await course(world)).params ?? {}, form: { traineeId: (await newTrainee(world)).id } }) },
  },
  "routes/training.places.$enrollmentId.attendance": { GET: { act: "trainee.read", make: place }, POST: { act: "trainee.enroll", make: async (world) => ({ ...(await place(world)), form: { day: today() } }) } },
  "routes/training.places.$enrollmentId.withdrawal": { GET: { act: "trainee.read", make: place }, POST: { act: "trainee.enroll", make: place } },
  "routes/training.places.$enrollmentId.certificate": { GET: { act: "trainee.read", make: certified }, POST: { act: "certificate.issue", make: attended } },
  "routes/training.people._index": {
    GET: { act: "trainee.read", make: ownOrganization },
    POST: { act: "trainee.add", make: (world, caller) => ({ ...ownOrganization(world, caller), form: { name: `Officer ${randomUUID()}`, assignment: "Patrol", shift: "Day" } }) },
  },
  "routes/training.people.$traineeId.service": { GET: { act: "trainee.read", make: onePerson }, POST: { act: "trainee.leave", make: async (world) => ({ ...(await onePerson(world)), form: { serves: "no" } }) } },
  "routes/training.people.headcount": { GET: { act: "trainee.read", make: ownOrganization }, POST: { act: "headcount.set", make: (world, caller) => ({ ...ownOrganization(world, caller), form: { assignment: "Patrol", shift: "Day", staff: "90", target: "25" } }) } },
  "routes/training.debriefs._index": { GET: { act: "debrief.read", make: ownOrganization } },
  "routes/training.debriefs.roll-call": { GET: { act: "debrief.read", make: ownOrganization } },
  "routes/training.debriefs.new": { GET: { act: "debrief.write", make: ownOrganization }, POST: { act: "debrief.write", make: (world, caller) => ({ ...ownOrganization(world, caller), form: debrief }) } },
  "routes/training.retention._index": { GET: { act: "training.read", make: program } },
  "routes/training.retention.threshold": { GET: { act: "retention.threshold", make: program }, POST: { act: "retention.threshold", make: (world, caller) => ({ ...program(world, caller), form: { threshold: "75" } }) } },
  "routes/training.retention.figures[.]csv": { GET: { act: "training.read", make: program } },
  "routes/training.retention.reinforcement[.]csv": { GET: { act: "training.read", make: program } },
  "routes/training.retention.proposal": { GET: { act: "proposal.open", make: refresher }, POST: { act: "proposal.open", make: refresher } },
  "routes/documents.$documentId.clauses.$clauseId": { GET: { act: "document.read", make: policyClause } },
  "routes/documents.$documentId.chain": { GET: { act: "document.read", make: policyClause } },
  // Codes that belong together are what is asked for; anybody may try, and is told at the field.
  "routes/training.sign-in": { GET: { act: "attendance.sign", make: open }, POST: { act: "attendance.sign", make: () => ({ ...open(), form: { dayCode: "AAAAAA", ownCode: "AAAAAAAA" } }), also: ["422", "429"] } },
  "routes/training.feedback": { GET: { act: "feedback.give", make: open }, POST: { act: "feedback.give", make: () => ({ ...open(), form: { ownCode: "AAAAAAAA", useful: "4", pace: "3", words: "" } }), also: ["422", "429"] } },
  "routes/library.certificates": { GET: { act: "certificate.check", make: open } },
};

function open(): Attempt {
  return { thing: { programId: null } };
}

/** A clause of the policy in force, which everybody sees. */
function policyClause({ programId, agency, documentId }: World): Attempt {
  return { thing: { programId, organizationId: agency, visibility: "public" }, params: { documentId, clauseId: "c1" } };
}

/** A curriculum in force that a refresher proposal can be drafted to. */
async function refresher(world: World): Promise<Attempt> {
  const made = await newCurriculum(world);
  const { id: frozenTextId } = await database().frozenText.create({ data: { documentId: made.id, content: made.content as unknown as Prisma.InputJsonValue, hash: made.id } });
  await database().edition.create({ data: { documentId: made.id, number: 1, frozenTextId, hash: made.id } });
  return { thing: about(made).thing, form: { documentId: made.id, clauseId: "", why: "It fades.", affected: "Patrol" } };
}

function programOf(world: World, { actor }: Caller): string {
  return actor.kind === "person" ? actor.programId : world.programId;
}

function program(world: World, caller: Caller): Attempt {
  return { thing: { programId: programOf(world, caller) } };
}

function ownOrganization(world: World, caller: Caller): Attempt {
  return { thing: { programId: programOf(world, caller), organizationId: caller.actor.kind === "person" ? caller.actor.organizationId : null } };
}

function traineeThing({ programId, agency }: World): Thing {
  return { programId, organizationId: agency, visibility: "organization" };
}

/** Who asks sees the people of the own organization; who is in another program sees no course of this one. */
function rosterThing(world: World, { actor }: Caller): Thing {
  if (actor.kind !== "person" || actor.programId !== world.programId) return { programId: world.programId };
  return { programId: actor.programId, organizationId: actor.organizationId };
}

async function newCurriculum(world: World) {
  const { programId, agency, documentId: policyId } = world;
  const content = { type: "doc", content: [moduleClause({ id: "module1", title: "The law", facts: { hours: "2", topic: "Law", method: "Lecture" } })] };
  const document = await database().document.create({
    data: { programId, organizationId: agency, kind: "curriculum", number: `TRN-${randomUUID().slice(0, 8)}`, title: "ICAT", visibility: "program", createdById: world.person("cit").personId, appliesTo: { create: { organizationId: agency } }, curriculum: { create: { programId, kind: "icat", minutes: 720, topics: ["Law"] } } },
  });
  const draft = await database().draft.create({ data: { documentId: document.id, schemaVersion, start: content as unknown as Prisma.InputJsonValue } });
  return { ...document, draftId: draft.id, policyId, content };
}

function about({ id, programId, organizationId }: { id: string; programId: string; organizationId: string }): Attempt {
  return { thing: { programId, organizationId, visibility: "program" }, params: { documentId: id } };
}

async function curriculum(world: World): Promise<Attempt> {
  return about(await newCurriculum(world));
}

async function linkedCurriculum(world: World): Promise<Attempt> {
  const { policyId, ...made } = await newCurriculum(world);
  await database().moduleClause.create({ data: { curriculumId: made.id, moduleId: "module1", documentId: policyId, clauseId: "c1" } });
  return { ...about(made), form: { moduleId: "module1", clause: `${policyId}/c1` } };
}

async function week(world: World): Promise<Attempt> {
  const made = await newCurriculum(world);
  return { ...about(made), params: { draftId: made.draftId, moduleId: "module1" } };
}

async function newCourse(world: World, stage = "open") {
  const { id: curriculumId } = await newCurriculum(world);
  const day = new Date(today());
  return database().course.create({
    data: { programId: world.programId, curriculumId, title: "CIT week", place: "Academy", audience: "Patrol", capacity: 10, minutes: 120, stage, startsOn: day, endsOn: day, days: { create: { day, code: randomUUID() } } },
  });
}

async function course(world: World): Promise<Attempt> {
  const { id, programId } = await newCourse(world);
  return { thing: { programId }, params: { courseId: id } };
}

async function onePerson(world: World): Promise<Attempt> {
  return { thing: traineeThing(world), params: { traineeId: (await newTrainee(world)).id } };
}

async function newTrainee({ programId, agency }: World) {
  return database().trainee.create({ data: { programId, organizationId: agency, name: `Officer ${randomUUID()}`, assignment: "Patrol", shift: "Day", code: codeFrom(crypto.getRandomValues(new Uint8Array(32)), 8) } });
}

async function newPlace(world: World, stage: string) {
  const { id: courseId } = await newCourse(world, stage);
  const { id: traineeId } = await newTrainee(world);
  return database().enrollment.create({ data: { courseId, traineeId, state: "enrolled" } });
}

async function place(world: World): Promise<Attempt> {
  return { thing: traineeThing(world), params: { enrollmentId: (await newPlace(world, "running")).id } };
}

async function attended(world: World): Promise<Attempt> {
  const { id, courseId } = await newPlace(world, "completed");
  await database().courseAttendance.create({ data: { enrollmentId: id, courseId, day: new Date(today()) } });
  return { thing: traineeThing(world), params: { enrollmentId: id } };
}

async function certified(world: World): Promise<Attempt> {
  const attempt = await attended(world);
  await database().certificate.create({ data: { enrollmentId: attempt.params?.enrollmentId ?? "", code: randomUUID(), issuedAt: new Date() } });
  return attempt;
}

async function oneScenario(world: World): Promise<Attempt> {
  const { steps: _steps, ...written } = scenario;
  const { id, programId } = await database().scenario.create({ data: { ...written, steps: [1], programId: world.programId, title: `A scene ${randomUUID()}`, writtenById: world.person("cit").personId } });
  return { thing: { programId }, params: { scenarioId: id } };
}

async function writtenScenario(world: World): Promise<Attempt> {
  const attempt = await oneScenario(world);
  await database().scenario.update({ where: { id: attempt.params?.scenarioId ?? "" }, data: { writtenAt: new Date("2026-01-02") } });
  return attempt;
}

async function linkedScenario(world: World): Promise<Attempt> {
  const attempt = await oneScenario(world);
  await database().scenarioClause.create({ data: { scenarioId: attempt.params?.scenarioId ?? "", documentId: world.documentId, clauseId: "c1" } });
  return attempt;
}
