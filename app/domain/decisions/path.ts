import { z } from "zod";
import { allowed, refused, type Refusal, type Ruling } from "../access/ruling";
import { isDay } from "./business-days";

/** A stage that a text passes before the head of the agency adopts it. Stages with the same step run side by side. */
export type PathStage = {
  name: string;
  step: number;
  /** Calendar days that the approvers have. */
  days: number;
  /** For the notice to a union: business days between the notice and the first day in force. Null for any other stage. */
  noticeDays: number | null;
  approverIds: string[];
};

/** An agency's own path and its holidays ("2026-12-25"). */
export type Path = { version: number; stages: PathStage[]; holidays: string[] };

export const mostStages = 8;
export const noPath: Path = { version: 0, stages: [], holidays: [] };

const stored = z.object({
  stages: z.array(z.object({ name: z.string(), step: z.number(), days: z.number(), noticeDays: z.number().nullable(), approverIds: z.array(z.string()) })),
});

/** Reads a stored path; one that this build does not understand throws, because leaving a stage out would let a text pass. */
export function readStages(json: unknown): PathStage[] {
  return stored.parse({ stages: json }).stages;
}

/** One row of the form, as typed. A row without a name is no stage. */
export const typedStage = z.strictObject({ name: z.string().trim().max(80), step: z.string().trim(), days: z.string().trim(), noticeDays: z.string().trim(), approverIds: z.array(z.string().max(64)).max(12) });
export type TypedStage = z.infer<typeof typedStage>;

/** What was typed as a path, or the sentences at the fields "step-1", "days-1", ... `members` are the people who may approve. */
export function pathFrom(typed: readonly TypedStage[], holidays: string, members: ReadonlySet<string>): Ruling<Omit<Path, "version">> {
  const fields: Record<string, string[]> = {};
  const say = (field: string, sentence: string) => (fields[field] = [sentence]);
  const stages = typed.flatMap(({ name, step, days, noticeDays, approverIds }, at): PathStage[] => {
    if (name === "") {
      if (approverIds.length > 0 || noticeDays !== "") say(`name-${at}`, "Give the stage a name, such as Legal review.");
      return [];
    }
    if (!isWhole(step, 1, mostStages)) say(`step-${at}`, `Give its place in the order, from 1 to ${mostStages}.`);
    if (!isWhole(days, 1, 365)) say(`days-${at}`, "Give the days it may take, from 1 to 365.");
    if (noticeDays !== "" && !isWhole(noticeDays, 1, 120)) say(`noticeDays-${at}`, "Give business days from 1 to 120, or leave it empty.");
    if (approverIds.length === 0) say(`approverIds-${at}`, "Choose who signs off this stage.");
    if (approverIds.some((id) => !members.has(id))) say(`approverIds-${at}`, "Choose people of the program who are not suspended.");
    return [{ name, step: Number(step), days: Number(days), noticeDays: noticeDays === "" ? null : Number(noticeDays), approverIds: [...new Set(approverIds)] }];
  });
  const lines: string[] = holidays.split(/[\s,]+/).filter((line) => line !== "");
  const wrong = lines.find((line): boolean => !isDay(line));
  if (wrong) say("holidays", `${wrong.slice(0, 20)} is not a day. Write days as 2026-12-25, one a line.`);
  if (lines.length > 200) say("holidays", "Keep at most 200 holidays.");
  const first = Object.values(fields)[0]?.[0];
  if (first) return { ...refused(first, 422), fields } satisfies Refusal;
  return allowed({ stages: stages.sort((one, other) => one.step - other.step), holidays: [...new Set(lines)].sort() });
}

function isWhole(text: string, least: number, most: number): boolean {
  return /^\d{1,3}$/.test(text) && Number(text) >= least && Number(text) <= most;
}
