import { isModelStep, type ModelStep } from "./decision-model";
import { hoursInWords, minutesOfHours } from "./hours";

/** The rows of the small table that stands in each module's clause. The text is the curriculum: what is read here is what was voted on. */
export const factLabels = {
  topic: "Topic",
  hours: "Hours",
  when: "When",
  method: "Method",
  taughtBy: "Taught by",
  steps: "Model steps",
  objectives: "Objectives",
  standard: "Standard",
  materials: "Materials",
} as const;

export type FactName = keyof typeof factLabels;
export const factNames = Object.keys(factLabels) as FactName[];

export const methods = ["Lecture", "Discussion", "Panel", "Site visit", "Role play", "Simulation", "Practice", "Test"] as const;
export type Method = (typeof methods)[number];

export const weekDays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;
export type WeekDay = (typeof weekDays)[number];

/** When a module begins: a day of the week, and minutes after midnight. */
export type Slot = { day: WeekDay; start: number };

/** A module as its clause says it. `minutes` is its length; `slot` is null while it has no place in the week. */
export type Module = {
  id: string;
  title: string;
  number: string;
  minutes: number;
  slot: Slot | null;
  method: Method | null;
  topic: string;
  taughtBy: string;
  steps: ModelStep[];
  facts: Partial<Record<FactName, string>>;
};

/** What a clause says that cannot be read, in a sentence. */
export type ModuleProblem = { moduleId: string; title: string; fact: FactName; reason: string };

/** Reads the facts of one module. What cannot be read counts as not said, and comes back as a problem. */
export function readModule(clause: { id: string; title: string; number: string }, facts: Partial<Record<FactName, string>>): { module: Module; problems: ModuleProblem[] } {
  const problems: ModuleProblem[] = [];
  const say = (fact: FactName, reason: string) => void problems.push({ moduleId: clause.id, title: clause.title, fact, reason });
  const minutes = minutesOfHours(facts.hours ?? "");
  if (minutes === null) say("hours", facts.hours ? `“${facts.hours}” is not a number of hours such as 1.5.` : "It does not say how many hours it takes.");
  const slot = facts.when ? readSlot(facts.when) : null;
  if (facts.when && !slot) say("when", `“${facts.when}” is not a day and an hour such as Monday 9:00.`);
  const method = methods.find((known) => known.toLowerCase() === facts.method?.trim().toLowerCase()) ?? null;
  if (facts.method && !method) say("method", `“${facts.method}” is not one of: ${methods.join(", ")}.`);
  const numbers = (facts.steps ?? "").match(/\d+/g)?.map(Number) ?? [];
  const steps = [...new Set(numbers.filter(isModelStep))].sort();
  if (numbers.some((number) => !isModelStep(number))) say("steps", `“${facts.steps}” names a step that the model does not have. Its steps are 1 to 5.`);
  return { module: { ...clause, minutes: minutes ?? 0, slot, method, topic: facts.topic?.trim() ?? "", taughtBy: facts.taughtBy?.trim() ?? "", steps, facts }, problems };
}

/** "Monday 9:00" or "Mon 13:30"; null when it is neither empty nor understood. */
export function readSlot(text: string): Slot | null {
  const [, word = "", hour = "", minute = ""] = /^\s*([A-Za-z]{3,9}),?\s+(\d{1,2}):(\d{2})\s*$/.exec(text) ?? [];
  const day = weekDays.find((name) => name.toLowerCase() === word.toLowerCase() || name.slice(0, 3).toLowerCase() === word.toLowerCase());
  const start = Number(hour) * 60 + Number(minute);
  return day && Number(minute) < 60 && start < 24 * 60 ? { day, start } : null;
}

export function slotInWords({ day, start }: Slot): string {
  return `${day} ${clockInWords(start)}`;
}

/** Minutes after midnight as "9:05". */
export function clockInWords(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}

/** The facts as their rows say them, for a module that is placed by the week builder. */
export function factsOf({ minutes, slot, method, topic, taughtBy, steps, ...rest }: { minutes: number; slot: Slot | null; method: Method | null; topic: string; taughtBy: string; steps: readonly number[]; objectives?: string; standard?: string; materials?: string }): Partial<Record<FactName, string>> {
  return { topic, hours: hoursInWords(minutes), when: slot ? slotInWords(slot) : "", method: method ?? "", taughtBy, steps: steps.join(", "), ...rest };
}
