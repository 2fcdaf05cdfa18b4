import { randomInt, randomUUID } from "node:crypto";
import { database } from "../../app/store/database.server";
import { newContributor, newImport, newMeasure, newPlan } from "./evaluation-world";
import type { Caller, World } from "./matrix-world";
import type { Attempt, Form, RouteActs } from "./attempts";

const definition: Form = {
  name: "Arrest", kind: "outcome", domain: "arrests", numerator: "Contacts that ended in an arrest", denominator: "Crisis contacts", exclusions: "", unit: "share",
  direction: "down", frequency: "monthly", source: "Records system", ownerId: "", healthData: "no", origin: "",
};

/** Which act each address of evaluation asks for. */
export const evaluationActs: Record<string, RouteActs> = {
  "routes/evaluation._index": { GET: { act: "evaluation.read", make: program } },
  "routes/evaluation.measures._index": { GET: { act: "evaluation.read", make: program } },
  // Who adds the library a second time is told that all of it is there, after the right was asked.
  "routes/evaluation.measures.library": { POST: { act: "measure.write", make: program, also: ["409"] } },
  "routes/evaluation.measures.new": {
    GET: { act: "measure.write", make: program },
    POST: { act: "measure.write", make: (world, caller) => ({ ...program(world, caller), form: { ...definition, key: `m-${randomUUID()}` } }) },
  },
  "routes/evaluation.measures.$measureId._index": { GET: { act: "evaluation.read", make: measure } },
  "routes/evaluation.measures.$measureId.versions": {
    GET: { act: "measure.write", make: measure },
    POST: { act: "measure.write", make: async (world) => ({ ...(await measure(world)), form: definition }) },
  },
  "routes/evaluation.measures.$measureId.clauses._index": {
    GET: { act: "measure.write", make: measure },
    POST: { act: "measure.write", make: async (world) => ({ ...(await measure(world)), form: { documentId: world.documentId, clauseId: "c1" } }) },
  },
  "routes/evaluation.measures.$measureId.clauses.removal": { POST: { act: "measure.write", make: linked } },
  "routes/evaluation.plans.new": {
    GET: { act: "plan.write", make: ownOrganization },
    POST: { act: "plan.write", make: (world, caller) => ({ ...ownOrganization(world, caller), form: described(world, caller) }) },
  },
  "routes/evaluation.plans.$planId._index": { GET: { act: "plan.read", make: async (world) => plan(await newPlan(world, "drafting", undefined, "organization")) } },
  "routes/evaluation.plans.$planId.parts.$part": {
    GET: { act: "plan.write", make: part },
    POST: { act: "plan.write", make: async (world) => ({ ...(await part(world)), form: { version: "0", id: [""], unit: ["North"], starts: ["2026-03-01"], dose: ["40 hours"] } }) },
  },
  "routes/evaluation.plans.$planId.signers": {
    GET: { act: "plan.write", make: draft },
    POST: { act: "plan.write", make: async (world) => ({ ...(await draft(world)), form: { personIds: [world.person("peer").personId] } }) },
  },
  "routes/evaluation.plans.$planId.submission": {
    GET: { act: "plan.submit", make: draft },
    POST: { act: "plan.submit", make: async (world) => ({ ...(await draft(world)), form: { answerBy: "2099-05-12" } }) },
  },
  "routes/evaluation.plans.$planId.signature": {
    GET: { act: "plan.sign", make: signing },
    POST: { act: "plan.sign", make: signing },
  },
  "routes/evaluation.plans.$planId.recall": { POST: { act: "plan.submit", make: async (world) => plan(await newPlan(world, "review")) } },
  "routes/evaluation.plans.$planId.amendment.end": { POST: { act: "plan.submit", make: async (world) => plan(await newPlan(world, "amending")) } },
  "routes/evaluation.plans.$planId.amendment": {
    GET: { act: "plan.submit", make: async (world) => plan(await newPlan(world, "frozen")) },
    POST: { act: "plan.submit", make: async (world) => ({ ...plan(await newPlan(world, "frozen")), form: { why: "The rollout began a month later.", dataSeen: "no" } }) },
  },
  "routes/evaluation.plans.$planId.contributors": {
    GET: { act: "plan.write", make: draft },
    POST: { act: "plan.write", make: async (world) => ({ ...(await draft(world)), form: { name: "Ruth Alder", part: "Analyst", from: "2026-02-01" } }) },
  },
  "routes/evaluation.contributors.$contributorId.end": {
    GET: { act: "plan.write", make: contributor },
    POST: { act: "plan.write", make: async (world) => ({ ...(await contributor(world)), form: { until: "2026-05-01" } }) },
  },
  "routes/evaluation.plans.$planId.versions.$version": { GET: { act: "plan.read", make: async (world) => frozen(await newPlan(world, "frozen", undefined, "organization")) } },
  "routes/evaluation.measures.$measureId.data": { GET: { act: "evaluation.read", make: measure } },
  "routes/evaluation.measures.$measureId.threshold": {
    GET: { act: "threshold.set", make: measure },
    POST: { act: "threshold.set", make: async (world) => ({ ...(await measure(world)), form: { threshold: "11", reason: "The hospital asks for it." } }) },
  },
  "routes/evaluation.data._index": { GET: { act: "evaluation.read", make: program } },
  "routes/evaluation.agreements.new": {
    GET: { act: "agreement.write", make: program },
    POST: { act: "agreement.write", make: async (world, caller) => ({ ...program(world, caller), form: { ...terms, measureIds: [await measureOf(world, caller)] } }) },
  },
  "routes/evaluation.agreements.$agreementId": { GET: { act: "evaluation.read", make: async (world) => ({ thing: { programId: world.programId }, params: { agreementId: (await newImport(world)).agreementId } }) } },
  "routes/evaluation.imports.new": {
    GET: { act: "data.import", make: program },
    // An agreement of another program is told at its field, after the right was asked.
    POST: { act: "data.import", make: async (world, caller) => ({ ...program(world, caller), form: { agreementId: (await newImport(world)).agreementId, file: new File(["month,numerator\n2025-01,9"], "totals.csv") } }), also: ["422"] },
  },
  "routes/evaluation.imports.$importId._index": {
    GET: { act: "evaluation.read", make: imported },
    POST: { act: "data.import", make: async (world) => ({ ...(await imported(world)), form: { roles: ["period", "numerator"], measureId: "m", organizationId: "o", breakdown: "" } }) },
  },
  "routes/evaluation.imports.$importId.cancellation": { POST: { act: "data.import", make: imported } },
  "routes/evaluation.imports.$importId.undoing": { POST: { act: "data.import", make: async (world) => ({ thing: { programId: world.programId }, params: { importId: (await newImport(world, "done")).id } }) } },
  "routes/library.plans.$number._index": { GET: { act: "edition.read", make: published } },
  "routes/library.plans.$number.versions.$version": { GET: { act: "edition.read", make: published } },
};

const terms: Form = { title: "Totals", purpose: "Evaluation", parties: "Police", fields: "month, numerator", retention: "Five years", publication: "After thirty days", validFrom: "2020-01-01", expiresOn: "2099-12-31" };

/** A measure of the caller's own program, so that only the right is in question. */
async function measureOf(world: World, { actor }: Caller): Promise<string> {
  return (await newMeasure(world, actor.kind === "person" ? actor.programId : world.programId)).id;
}

async function imported(world: World): Promise<Attempt> {
  return { thing: { programId: world.programId }, params: { importId: (await newImport(world)).id } };
}

function program(world: World, { actor }: Caller): Attempt {
  return { thing: { programId: actor.kind === "person" ? actor.programId : world.programId } };
}

function ownOrganization(world: World, { actor }: Caller): Attempt {
  return actor.kind === "person" ? { thing: { programId: actor.programId, organizationId: actor.organizationId } } : { thing: { programId: world.programId, organizationId: null } };
}

function described(world: World, { actor }: Caller): Form {
  return { number: `EV-${randomInt(1_000, 1_000_000)}`, title: "Does training help?", topic: "", visibility: "program", agencyIds: [world.agencyIn(actor.kind === "person" ? actor.programId : world.programId)] };
}

async function measure(world: World): Promise<Attempt> {
  const { id, programId } = await newMeasure(world);
  return { thing: { programId }, params: { measureId: id } };
}

async function linked(world: World): Promise<Attempt> {
  const { id: measureId, programId } = await newMeasure(world);
  const link = { documentId: world.documentId, clauseId: "c1" };
  await database().measureClause.create({ data: { ...link, measureId, linkedById: world.person("cit").personId } });
  return { thing: { programId }, params: { measureId }, form: link };
}

function plan({ id, thing }: Awaited<ReturnType<typeof newPlan>>): Attempt {
  return { thing, params: { planId: id } };
}

async function draft(world: World): Promise<Attempt> {
  return plan(await newPlan(world));
}

async function part(world: World): Promise<Attempt> {
  const made = await newPlan(world);
  return { ...plan(made), params: { planId: made.id, part: "rollout" } };
}

/** A plan before whoever asks; before somebody else for who is not signed in, or of another program. */
async function signing(world: World, { actor }: Caller): Promise<Attempt> {
  const own = actor.kind === "person" && actor.programId === world.programId ? actor.personId : undefined;
  const made = await newPlan(world, "review", own);
  return { thing: { ...made.thing, ownerIds: [made.signerId] }, params: { planId: made.id }, form: { answer: "approved", reason: "", hash: made.hash } };
}

async function contributor(world: World): Promise<Attempt> {
  const { thing, contributorId } = await newContributor(world);
  return { thing, params: { contributorId } };
}

function frozen({ id, thing }: Awaited<ReturnType<typeof newPlan>>): Attempt {
  return { thing, params: { planId: id, version: "1" } };
}

async function published(world: World): Promise<Attempt> {
  const { number, thing } = await newPlan(world, "frozen", undefined, "public");
  return { thing, params: { number, version: "1" } };
}
