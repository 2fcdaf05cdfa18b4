import { randomInt, randomUUID } from "node:crypto";
import type { Thing } from "../../app/domain/access/may";
import { findingThing, seesFinding } from "../../app/domain/evaluation/finding-access";
import type { FindingState } from "../../app/domain/evaluation/finding-stages";
import { database } from "../../app/store/database.server";
import { findingById } from "../../app/store/findings.server";
import { newPlan } from "./evaluation-world";
import type { Caller, World } from "./matrix-world";

const content = {
  question: "Does force fall?", answer: "No detectable change.", design: "Before and after.", n: "36", nUnit: "months", result: "none", effectName: "", effect: "", low: "", high: "",
  limits: "One agency.", wentWrong: "", notShown: "Nothing on injuries.", method: "",
};

/** A whole finding about the first agency, in a state of its life, and whose it is for the one who asks; hidden where that one may not know of it. */
export async function newFinding(world: World, { actor }: Caller, state: FindingState) {
  const plan = await newPlan(world, "frozen");
  const { measureId } = await database().planMeasure.findFirstOrThrow({ where: { planId: plan.id } });
  const author = world.person("clinician");
  const checked = state === "embargoed" || state === "ready" ? { checkedById: world.person("cit").personId, checkedByName: "cit", checkedAt: new Date() } : {};
  const row = await database().finding.create({
    data: {
      programId: world.programId, number: randomInt(1_000, 1_000_000_000), state, planId: plan.id, planVersion: 1, measureId, authorId: author.personId, content, ...checked,
      dialogueEndsAt: new Date("2099-01-01"), embargoUntil: state === "embargoed" ? new Date("2099-01-01") : null, agencies: { create: { organizationId: world.agency } },
      actions: { create: { weakness: "No debriefs", step: "Debrief", ownerId: author.personId, due: new Date("2099-01-01") } },
      ...(state === "published" || state === "correcting" || state === "retracted" ? { versions: { create: { version: 1, hash: randomUUID(), publishedAt: new Date(), content: { content, analysis: null, author: { name: "A", organization: "B" }, checkedBy: "C", plan: { number: "EV", title: "T", version: 1, public: false }, agencies: [], comments: [], correction: "" } } } } : {}),
    },
    include: { actions: true },
  });
  const finding = await findingById(database(), row.id);
  if (!finding) throw new Error("The finding was not made.");
  const thing: Thing = seesFinding(actor, finding) ? findingThing(actor, finding) : { programId: "hidden" };
  return { id: row.id, number: row.number, actionId: row.actions[0]?.id ?? "", planId: plan.id, measureId, thing };
}

/** The days for comments of a finding are over. */
export async function daysOver(id: string): Promise<void> {
  await database().finding.update({ where: { id }, data: { dialogueEndsAt: new Date("2020-01-01") } });
}

/** A comment that nobody has answered. */
export async function newComment(world: World, findingId: string): Promise<string> {
  return (await database().findingComment.create({ data: { findingId, section: "answer", authorId: world.person("cit").personId, organizationName: "Riverton Police", body: "Why?", at: new Date() } })).id;
}

/** A survey of one item with a wave that is open. */
export async function newSurvey({ programId, person }: World) {
  await database().linkingSecret.createMany({ data: [{ programId, secret: randomUUID() }], skipDuplicates: true });
  const instrument = await database().surveyInstrument.create({ data: { programId, title: "What comes first?", purpose: "", createdById: person("cit").personId, items: { create: { number: 1, version: 1, kind: "knowledge", prompt: "What comes first?", options: ["Time", "Force"], right: 0 } } }, include: { items: true } });
  const itemId = instrument.items[0]?.id ?? "";
  const wave = await database().surveyWave.create({ data: { instrumentId: instrument.id, cohort: "Spring", kind: "pre", itemIds: [itemId], opensOn: new Date("2020-01-01"), closesOn: new Date("2099-01-01") } });
  return { instrumentId: instrument.id, waveId: wave.id, itemId };
}

export async function newStudy({ programId, person }: World): Promise<string> {
  return (await database().study.create({ data: { ...studyForm, year: 2020, title: `Study ${randomUUID()}`, programId, writtenById: person("cit").personId, writtenAt: new Date() } })).id;
}

export const studyForm = { year: "2020", design: "Review", n: "Ten studies", direction: "mixed", result: "Some of each.", limits: "", source: "A journal", link: "" };
export const findingForm = content;
