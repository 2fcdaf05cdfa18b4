import { can, type Actor } from "~/domain/access/may";
import { documentThing } from "~/domain/documents/description";
import { monthBefore } from "~/domain/training/debrief";
import { evidenceInWords, stepsBelow } from "~/domain/training/fading";
import { reinforcementOf, type Reinforcement } from "~/domain/training/reinforcement";
import { dayOf } from "~/domain/voting/deadline";
import { query } from "~/queries/query.server";
import { refresherCurriculum } from "~/store/curricula.server";
import { databaseTime, type Database } from "~/store/database.server";
import { programDebriefs } from "~/store/debriefs.server";
import { programZone } from "~/store/documents.server";
import { fewest } from "./fewest";
import { knownFading } from "./known-fading.server";
import { instrumentsOf, retentionOf, retentionThreshold } from "~/store/surveys.server";
import { programHeadcounts } from "~/store/trainees.server";

export type RetentionAsked = { surveyId: string; cohort: string };

/** What the page was asked for in its address. */
export function retentionAsked({ searchParams }: URL): RetentionAsked {
  return { surveyId: searchParams.get("survey") ?? "", cohort: searchParams.get("cohort") ?? "" };
}

/** Where the figures of one cohort of one survey are found. */
export function retentionAddress({ surveyId, cohort }: RetentionAsked): string {
  return `/training/retention?${new URLSearchParams({ survey: surveyId, cohort }).toString()}`;
}

export type RetentionPage = Extract<Awaited<ReturnType<typeof retentionPage>>, { ok: true }>["value"];

/** How what was learned fades, step by step, in one cohort of one survey. Totals only. */
export const retentionPage = query("training.read", async (db, asked: RetentionAsked, actor) => {
  if (actor.kind !== "person") return null;
  const thing = { programId: actor.programId };
  const own = { ...thing, organizationId: actor.organizationId };
  const told = await fading(db, asked, actor);
  const curriculum = (await refresherCurriculum(db, actor.programId)).find(seenBy(actor)) ?? null;
  return { thing, ...told, reinforcement: await reinforcement(db, actor), curriculum: curriculum && { id: curriculum.id, title: `${curriculum.number}, ${curriculum.title}` }, may: { set: can(actor, "retention.threshold", thing), propose: curriculum !== null && can(actor, "proposal.open", documentThing(curriculum)), create: can(actor, "curriculum.create", own), debriefs: can(actor, "debrief.read", own), headcount: can(actor, "headcount.set", own) } };
});

/** How often supervisors of the whole program practise the steps: the rate of debriefs in the last twelve months, month by month. */
export const reinforcementPage = query("training.read", async (db, _input: null, actor) => {
  if (actor.kind !== "person") return null;
  return { thing: { programId: actor.programId }, ...(await reinforcement(db, actor)) };
});

async function reinforcement(db: Database, { programId }: Extract<Actor, { kind: "person" }>): Promise<Reinforcement> {
  const [now, timeZone] = await Promise.all([databaseTime(db), programZone(db, programId)]);
  const today = dayOf(now, timeZone);
  const [debriefs, headcounts] = await Promise.all([programDebriefs(db, programId, monthBefore(today.slice(0, 7), 11)), programHeadcounts(db, programId)]);
  return reinforcementOf(debriefs, headcounts, today, fewest);
}

/** What a refresher proposal starts with: the curriculum in force that it changes, and the figures as its evidence. */
export const refresherProposal = query("proposal.open", async (db, asked: RetentionAsked, actor) => {
  if (actor.kind !== "person") return null;
  const found = await refresherCurriculum(db, actor.programId);
  const curriculum = found.find(seenBy(actor)) ?? found[0];
  if (!curriculum) return null;
  const { survey, cohort, steps, threshold } = await fading(db, asked, actor);
  const below = stepsBelow(steps, threshold);
  const names = below.map(({ name }) => `“${name}”`).join(", ");
  return {
    thing: documentThing(curriculum),
    document: { id: curriculum.id, number: curriculum.number, title: curriculum.title },
    said: below.length === 0 || !survey ? {} : { title: "Refresh what has faded", why: `What was learned has faded below ${threshold} % in ${names}.`, affected: "People in crisis, and the officers and dispatchers who were trained.", evidence: `${evidenceInWords(survey.title, cohort, steps, threshold)}\nThe curve: ${retentionAddress({ surveyId: survey.id, cohort })}`, trainingImpact: `More practice of ${names} in the refresher.` },
  };
});

/** The form of the threshold. */
export const retentionThresholdForm = query("retention.threshold", async (db, _input: null, actor) => {
  if (actor.kind !== "person") return null;
  return { thing: { programId: actor.programId }, threshold: await retentionThreshold(db, actor.programId) };
});

async function fading(db: Database, { surveyId, cohort: asked }: RetentionAsked, actor: Extract<Actor, { kind: "person" }>) {
  const surveys = can(actor, "training.read", { programId: actor.programId }) ? (await instrumentsOf(db, actor.programId)).map(({ id, title }) => ({ id, title })) : [];
  const survey = surveys.find(({ id }) => id === surveyId) ?? surveys[0] ?? null;
  const shares = survey ? await retentionOf(db, survey.id) : [];
  const cohorts = [...new Set(shares.map((wave) => wave.cohort))];
  const cohort = cohorts.find((one) => one === asked) ?? cohorts.at(-1) ?? "";
  const threshold = await retentionThreshold(db, actor.programId);
  const { steps, chart } = knownFading(shares.filter((wave) => wave.cohort === cohort));
  return { surveys, survey, cohorts, cohort, threshold, steps, chart, below: stepsBelow(steps, threshold).map(({ name }) => name) };
}

const seenBy = (actor: Extract<Actor, { kind: "person" }>) => (document: Parameters<typeof documentThing>[0]) => can(actor, "document.read", documentThing(document));
