import { z } from "zod";
import { refused, allowed, type Ruling } from "../access/ruling";
import { knownNameIn, personIn } from "./person-in";
import { assignments, shifts } from "./assignment";
import { modelSteps, type ModelStep } from "./decision-model";

/** What a supervisor saw of a step. */
export const stepMarks = ["well", "practise", "unseen"] as const;
export type StepMark = (typeof stepMarks)[number];
export const stepMarkNames: Record<StepMark, string> = { well: "Done well", practise: "To practise", unseen: "Not seen" };

const words = z.string().trim().max(400, "Keep it below 400 characters: what was done, not the story.").default("");
const mark = z.enum(stepMarks, { error: "Say how this step went, or that it was not seen." });

/** What is asked in a debrief: a unit, the five steps, and a few words. */
export const debriefForm = {
  assignment: z.enum(assignments, { error: "Choose what the unit does." }),
  shift: z.enum(shifts, { error: "Choose the shift." }),
  step1: mark,
  step2: mark,
  step3: mark,
  step4: mark,
  step5: mark,
  well: words,
  practise: words,
};

export type DebriefInput = z.infer<z.ZodObject<typeof debriefForm>>;
export type DebriefSaid = { assignment: string; shift: string; marks: StepMark[]; well: string; practise: string };

/** A debrief as it is kept, or the sentence that refuses it: it may not point at a person or an incident, nor name one of the people of the program, and somebody must have seen something. */
export function debriefRuling({ assignment, shift, step1, step2, step3, step4, step5, well, practise }: DebriefInput, people: readonly string[] = []): Ruling<DebriefSaid> {
  const marks = [step1, step2, step3, step4, step5];
  if (marks.every((one) => one === "unseen")) return refused("Nothing was seen of any step. A debrief is written once at least one was.", 422, "step1");
  for (const [field, text] of [["well", well], ["practise", practise]] as const) {
    const found = personIn(text) ?? knownNameIn(text, people);
    if (found) return refused(`“${found.words}” looks like ${found.why}. A debrief says what was done, never who it was or which call. Nothing of it was kept.`, 422, field);
  }
  return allowed({ assignment, shift, marks, well, practise });
}

/** How often a step was marked, over some debriefs. */
export type StepCount = { step: ModelStep; name: string } & Record<StepMark, number>;

/** Counts the marks by step. A mark that this build does not know counts as not seen. */
export function countSteps(debriefs: readonly { marks: readonly string[] }[]): StepCount[] {
  return modelSteps.map(({ number, name }, at) => {
    const count = { step: number, name, well: 0, practise: 0, unseen: 0 };
    for (const { marks } of debriefs) count[stepMarks.find((known) => known === marks[at]) ?? "unseen"] += 1;
    return count;
  });
}

/** The step with the largest share "to practise" among those who saw it; of equals the one seen more often, then the earlier. Null when nothing is to practise. */
export function weakestStep(counts: readonly StepCount[]): StepCount | null {
  const share = ({ well, practise }: StepCount) => (well + practise === 0 ? 0 : practise / (well + practise));
  const ranked = counts.filter(({ practise }) => practise > 0).sort((one, other) => share(other) - share(one) || other.practise - one.practise || one.step - other.step);
  return ranked[0] ?? null;
}

/** The month before so many months, both as "2026-11". */
export function monthBefore(month: string, months: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const at = year * 12 + (number - 1) - months;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
}
