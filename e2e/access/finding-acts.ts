import { randomUUID } from "node:crypto";
import { daysOver, findingForm, newComment, newFinding, newStudy, newSurvey, studyForm } from "./finding-world";
import type { Act } from "../../app/domain/access/permissions";
import type { FindingState } from "../../app/domain/evaluation/finding-stages";
import type { Caller, World } from "./matrix-world";
import type { Attempt, Form, RouteAct, RouteActs } from "./attempts";

const { question: _asked, ...written } = findingForm;

/** Which act each address of findings, studies and surveys asks for. */
export const findingActs: Record<string, RouteActs> = {
  "routes/evaluation.findings._index": { GET: { act: "finding.read", make: program } },
  "routes/evaluation.findings.new": {
    GET: { act: "finding.write", make: program },
    POST: { act: "finding.write", make: async (world, caller) => begun(world, caller) },
  },
  "routes/evaluation.findings.$findingId._index": { GET: on("finding.read", "published") },
  // Without an analysis there is no file, which is told after the right was asked.
  "routes/evaluation.findings.$findingId.files.$file": { GET: { ...on("finding.read", "published", { file: "data.csv" }), also: ["missing"] } },
  "routes/evaluation.findings.$findingId.text": both("finding.write", "draft", { ...written, version: "0" }),
  // No figures have come in, which is told at the field after the right was asked.
  "routes/evaluation.findings.$findingId.analysis": { GET: on("finding.write", "draft"), POST: { ...on("finding.write", "draft", {}, { method: "rate-ratio", agency: "*", from: "2024-01", to: "2024-12", change: "2024-06", impact: "level", lag: "0" }), also: ["422"] } },
  "routes/evaluation.findings.$findingId.dialogue": both("finding.write", "draft", { days: "30" }),
  "routes/evaluation.findings.$findingId.closing": { POST: { act: "finding.write", make: over } },
  "routes/evaluation.findings.$findingId.recall": { POST: on("finding.write", "dialogue") },
  "routes/evaluation.findings.$findingId.comments._index": both("finding.comment", "dialogue", { section: "answer", body: "Why?" }),
  "routes/evaluation.findings.$findingId.comments.$commentId": { GET: { act: "finding.write", make: commented }, POST: { act: "finding.write", make: commented } },
  "routes/evaluation.findings.$findingId.response": both("finding.respond", "dialogue", { stance: "disagrees", response: "We do not agree." }),
  "routes/evaluation.findings.$findingId.check": both("finding.check", "ready", { figures: "yes", limits: "yes", persons: "yes" }),
  "routes/evaluation.findings.$findingId.rechecks": both("finding.check", "published", { stands: "yes", note: "" }),
  "routes/evaluation.findings.$findingId.publication": both("finding.publish", "ready", { until: "" }),
  "routes/evaluation.findings.$findingId.embargo": both("finding.publish", "embargoed", { until: "2098-05-12T09:00" }),
  "routes/evaluation.findings.$findingId.early-release": { POST: on("finding.respond", "embargoed") },
  "routes/evaluation.findings.$findingId.correction": both("finding.publish", "published", { reason: "A figure was wrong." }),
  "routes/evaluation.findings.$findingId.retraction": both("finding.publish", "published", { reason: "The data were wrong." }),
  "routes/evaluation.findings.$findingId.steps._index": both("finding.write", "published", (world) => ({ weakness: "No debriefs", step: "Debrief", ownerId: world.person("cit").personId, due: "2099-01-01", proposal: "" })),
  "routes/evaluation.findings.$findingId.steps.$actionId.end": { POST: on("finding.write", "published") },
  "routes/library.findings._index": { GET: { act: "edition.read", make: open } },
  "routes/library.findings.$address._index": { GET: { act: "edition.read", make: published } },
  "routes/library.findings.$address.files.$file": { GET: { act: "edition.read", make: async (world, caller) => ({ ...(await published(world, caller)), params: { ...(await published(world, caller)).params, file: "citation.bib" } }) } },
  "routes/library.evidence": { GET: { act: "edition.read", make: open } },
  "routes/evaluation.studies._index": { GET: { act: "evaluation.read", make: program } },
  // Whoever adds them a second time is told that all are there, after the right was asked.
  "routes/evaluation.studies.library": { POST: { act: "study.write", make: program, also: ["409"] } },
  "routes/evaluation.studies.new": { GET: { act: "study.write", make: program }, POST: { act: "study.write", make: (world, caller) => ({ ...program(world, caller), form: { ...studyForm, title: `Study ${randomUUID()}` } }) } },
  "routes/evaluation.studies.$studyId": { GET: { act: "study.write", make: study }, POST: { act: "study.write", make: study } },
  "routes/evaluation.surveys._index": { GET: { act: "evaluation.read", make: program } },
  "routes/evaluation.surveys.new": { GET: { act: "survey.write", make: program }, POST: { act: "survey.write", make: (world, caller) => ({ ...program(world, caller), form: { title: "What comes first?", purpose: "" } }) } },
  "routes/evaluation.surveys.$instrumentId._index": { GET: { act: "evaluation.read", make: survey } },
  "routes/evaluation.surveys.$instrumentId.items": {
    GET: { act: "survey.write", make: survey },
    POST: { act: "survey.write", make: async (world) => ({ ...(await survey(world)), form: { kind: "knowledge", prompt: "What comes next?", options: "Time\nForce", right: "1", reversed: "no", step: "", number: "" } }) },
  },
  "routes/evaluation.surveys.$instrumentId.waves": {
    GET: { act: "survey.write", make: survey },
    POST: { act: "survey.write", make: async (world) => ({ ...(await survey(world)), form: { cohort: "Fall", kind: "post", opensOn: "2026-01-01", closesOn: "2026-02-01" } }) },
  },
  "routes/surveys.$waveId": { GET: { act: "survey.answer", make: sheet }, POST: { act: "survey.answer", make: sheet } },
};

function on(act: Act, state: FindingState, params: Record<string, string> = {}, form?: Form | ((world: World) => Form)): RouteAct {
  return {
    act,
    make: async (world, caller) => {
      const { id, actionId, thing } = await newFinding(world, caller, state);
      return { thing, params: { findingId: id, actionId, ...params }, form: typeof form === "function" ? form(world) : form };
    },
  };
}

function both(act: Act, state: FindingState, form: Form | ((world: World) => Form)): RouteActs {
  return { GET: on(act, state), POST: on(act, state, {}, form) };
}

async function over(world: World, caller: Caller): Promise<Attempt> {
  const { id, thing } = await newFinding(world, caller, "dialogue");
  await daysOver(id);
  return { thing, params: { findingId: id } };
}

async function commented(world: World, caller: Caller): Promise<Attempt> {
  const { id, thing } = await newFinding(world, caller, "dialogue");
  return { thing, params: { findingId: id, commentId: await newComment(world, id) }, form: { reply: "Because the trend was there before.", corrected: "no" } };
}

async function begun(world: World, caller: Caller): Promise<Attempt> {
  const { planId, measureId } = await newFinding(world, caller, "published");
  return { thing: { programId: world.programId }, form: { planId, questionId: "1", measureId, agencyIds: [world.agency] } };
}

async function published(world: World, caller: Caller): Promise<Attempt> {
  const { number } = await newFinding(world, caller, "published");
  return { thing: { programId: null }, params: { address: `${number}@v1` } };
}

function open(): Attempt {
  return { thing: { programId: null } };
}

function program(world: World, { actor }: Caller): Attempt {
  return { thing: { programId: actor.kind === "person" ? actor.programId : world.programId } };
}

async function study(world: World): Promise<Attempt> {
  return { thing: { programId: world.programId }, params: { studyId: await newStudy(world) }, form: { ...studyForm, title: `Study ${randomUUID()}` } };
}

async function survey(world: World): Promise<Attempt> {
  return { thing: { programId: world.programId }, params: { instrumentId: (await newSurvey(world)).instrumentId } };
}

async function sheet(world: World): Promise<Attempt> {
  const { waveId, itemId } = await newSurvey(world);
  return { thing: { programId: null }, params: { waveId }, form: { code: `ELM41ROSE${randomUUID().slice(0, 4)}`, [itemId]: "0" } };
}
