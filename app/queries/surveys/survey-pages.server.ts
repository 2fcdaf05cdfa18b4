import { can } from "~/domain/access/may";
import { reliabilityOf } from "~/domain/evaluation/scale-reliability";
import { dayIn } from "~/domain/library/in-force";
import { query } from "~/queries/query.server";
import { databaseTime } from "~/store/database.server";
import { instrumentById, instrumentsOf, retentionOf, sheetsOf, waveById } from "~/store/surveys.server";

/** The surveys of the program. */
export const surveyList = query("evaluation.read", async (db, _input: null, actor) => {
  if (actor.kind !== "person") return null;
  const thing = { programId: actor.programId };
  return { thing, instruments: await instrumentsOf(db, actor.programId), mayWrite: can(actor, "survey.write", thing) };
});

/** One survey: its items, its waves, what was kept of what was learned, and whether its scale measures one thing. Nothing of a wave is shown before it has closed. */
export const surveyPage = query("evaluation.read", async (db, { instrumentId }: { instrumentId: string }, actor) => {
  const instrument = await instrumentById(db, instrumentId);
  if (!instrument) return null;
  const thing = { programId: instrument.programId };
  const now = await databaseTime(db);
  const today = dayIn(instrument.program.timeZone, now);
  const closed = instrument.waves.filter(({ closesOn }) => closesOn < today);
  const first = closed.find(({ kind }) => kind === "pre") ?? closed[0];
  const [retention, sheets] = await Promise.all([retentionOf(db, instrumentId), first ? sheetsOf(db, first.id) : []]);
  const { id, title, purpose, items, waves } = instrument;
  return { thing, instrument: { id, title, purpose }, items: items.map(({ id: itemId, number, version, kind, prompt, step }) => ({ id: itemId, number, version, kind, prompt, step })), waves: waves.map(({ id: waveId, cohort, kind, opensOn, closesOn }) => ({ id: waveId, cohort, kind, opensOn, closesOn })), today, retention, reliability: reliabilityOf(sheets), mayWrite: can(actor, "survey.write", thing) };
});

/** The forms that add an item or a wave. */
export const surveyForm = query("survey.write", async (db, { instrumentId }: { instrumentId: string }) => {
  const instrument = await instrumentById(db, instrumentId);
  return instrument && { thing: { programId: instrument.programId }, instrument: { id: instrument.id, title: instrument.title } };
});

export const newSurvey = query("survey.write", async (_db, _input: null, actor) => (actor.kind === "person" ? { thing: { programId: actor.programId } } : null));

/** The sheet that officers fill in. What is right is not sent along. */
export const surveySheet = query("survey.answer", async (db, { waveId }: { waveId: string }) => {
  const wave = await waveById(db, waveId);
  if (!wave) return null;
  const today = dayIn(wave.instrument.program.timeZone, await databaseTime(db));
  return { thing: { programId: wave.instrument.programId, visibility: "public" as const }, title: wave.instrument.title, purpose: wave.instrument.purpose, program: wave.instrument.program.name, kind: wave.kind, cohort: wave.cohort, open: today >= wave.opensOn && today <= wave.closesOn, items: wave.items.map(({ id, number, kind, prompt, options }) => ({ id, number, kind, prompt, options })) };
});
