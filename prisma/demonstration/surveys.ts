import { bringInSheets } from "~/commands/surveys/bring-in-sheets.server";
import { createInstrument } from "~/commands/surveys/create-instrument.server";
import { openWave } from "~/commands/surveys/open-wave.server";
import { writeItem } from "~/commands/surveys/write-item.server";
import type { Actor } from "~/domain/access/may";
import type { Outcome } from "~/domain/access/ruling";
import { decisionSteps, waveKinds } from "~/domain/evaluation/survey";
import { database } from "~/store/database.server";
import { waveById } from "~/store/surveys.server";

type Member = Extract<Actor, { kind: "person" }>;

const knowledge: readonly [prompt: string, options: string, right: string][] = [
  ["A caller says that her brother hears voices. What does the officer find out first?", "What happened before, and what has helped him\nWhether he has a record\nWho called", "1"],
  ["He stands still with a kitchen knife at his side, ten yards away. What is judged next?", "Whether the law was broken\nWhat is at risk now, for whom, and how fast it changes\nWho else could take the call", "2"],
  ["Before hands are laid on, what is asked?", "Whether the policy and the law allow it here\nWhether backup agrees\nWhether it is quick", "1"],
  ["Which choice is named first when nothing presses?", "Handcuffs\nTime and distance\nA second warning", "2"],
  ["He has put the knife down. What now?", "The contact is over\nWrite the report\nLook again at what has changed, and begin anew", "3"],
];
const scale = ["I know what to say to a person in crisis.", "I can slow a contact down.", "I can judge when to wait."];
/** Shares of right answers by step: known before, right after, at six months and at a year. */
const kept: readonly (readonly number[])[] = [[0.5, 0.92, 0.85, 0.8], [0.45, 0.9, 0.8, 0.72], [0.55, 0.88, 0.82, 0.78], [0.4, 0.9, 0.68, 0.55], [0.35, 0.86, 0.6, 0.45]];
const officers = 120;

/** One survey with four waves of made-up answers of a hundred and twenty officers, each under a code, and a fifth that is open. */
export async function seedSurveys(researcher: Member, today: string, done: <Value>(outcome: Outcome<Value>) => Value): Promise<void> {
  const { instrumentId } = done(await createInstrument(researcher, { title: "Deciding at the scene", purpose: "Five questions on the steps of the decision model and three on one's own ability. All answers of this demonstration are made up." }));
  for (const [at, [prompt, options, right]] of knowledge.entries()) done(await writeItem(researcher, { instrumentId, kind: "knowledge", prompt, options, right, reversed: "no", step: decisionSteps[at] ?? "" }));
  for (const prompt of scale) done(await writeItem(researcher, { instrumentId, kind: "scale", prompt, options: "", right: "", reversed: "no", step: "" }));
  for (const [wave, kind] of (["pre", "post", "month6", "month12"] as const satisfies readonly (typeof waveKinds)[number][]).entries()) {
    const { waveId } = done(await openWave(researcher, { instrumentId, cohort: "First cohort", kind, opensOn: `${Number(today.slice(0, 4)) - 1}-0${1 + 2 * wave}-01`, closesOn: `${Number(today.slice(0, 4)) - 1}-0${2 + 2 * wave}-01` }));
    const items = (await waveById(database(), waveId))?.items ?? [];
    const sheets = Array.from({ length: officers - 6 * wave }, (_, officer) => ({
      code: `OFFICER${officer}ELM`,
      answers: Object.fromEntries(items.map(({ id, kind: of, number, right, options }) => [id, String(of === "scale" ? Math.min(5, Math.max(1, 2 + (wave > 0 ? 1 : 0) + ((officer * 7) % 3) - ((officer + number) % 4 === 0 ? 1 : 0))) : ((officer * 13 + number * 5) % officers) / officers < (kept[number - 1]?.[wave] ?? 0) ? (right ?? 0) : ((right ?? 0) + 1) % options.length)])),
    }));
    done(await bringInSheets(researcher, { waveId, sheets }));
  }
  done(await openWave(researcher, { instrumentId, cohort: "First cohort", kind: "month24", opensOn: `${today.slice(0, 4)}-01-01`, closesOn: `${Number(today.slice(0, 4)) + 1}-12-31` }));
}
