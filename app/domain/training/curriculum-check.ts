import { hoursInWords, sumInWords } from "./hours";
import { clockInWords, weekDays, type Module, type ModuleProblem } from "./module-facts";

/** What a curriculum owes: the minutes it sums to, the topics that may not be missing, and the minimums that a group protects. */
export type CurriculumRule = { minutes: number; topics: readonly string[]; minimums: readonly Minimum[] };

/** At least so many minutes on a topic, which only the group concerned can lower. */
export type Minimum = { topic: string; minutes: number; groupId: string; groupName: string };

export type CurriculumCheck = {
  total: number;
  byTopic: Map<string, number>;
  missing: string[];
  overlaps: { first: Module; second: Module }[];
  unplaced: Module[];
  below: (Minimum & { have: number })[];
  problems: ModuleProblem[];
  /** Everything that is not right, one sentence each; empty when the week is whole. */
  sentences: string[];
};

/** Sums a curriculum and names what is missing. Topics are compared without regard to case; a module may name several, parted by semicolons, and counts whole for each. */
export function checkCurriculum(modules: readonly Module[], problems: readonly ModuleProblem[], { minutes, topics, minimums }: CurriculumRule): CurriculumCheck {
  const total = modules.reduce((sum, module) => sum + module.minutes, 0);
  const byTopic = minutesByTopic(modules);
  const missing = topics.filter((topic) => !byTopic.has(key(topic)));
  const overlaps = overlapsIn(modules);
  const below = minimums.map((minimum) => ({ ...minimum, have: byTopic.get(key(minimum.topic)) ?? 0 })).filter(({ have, minutes: least }) => have < least);
  const difference = total - minutes;
  const sentences = [
    ...problems.map(({ title, reason }) => `${title}: ${reason}`),
    ...(difference === 0 ? [] : [`The modules sum to ${sumInWords(total)}: ${hoursInWords(Math.abs(difference))} h ${difference < 0 ? "short of" : "over"} ${sumInWords(minutes)}.`]),
    ...missing.map((topic) => `No module teaches “${topic}”.`),
    ...overlaps.map(({ first, second }) => `“${first.title}” and “${second.title}” overlap on ${first.slot?.day}.`),
    ...below.map(({ topic, minutes: least, have, groupName }) => `“${topic}” has ${sumInWords(have)}, below the ${sumInWords(least)} that ${groupName} protects.`),
  ];
  return { total, byTopic, missing, overlaps, unplaced: modules.filter(({ slot }) => !slot), below, problems: [...problems], sentences };
}

/** Minutes of each topic, by the topic in small letters. */
export function minutesByTopic(modules: readonly Module[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { topic, minutes } of modules) {
    for (const one of new Set(topic.split(";").map(key).filter(Boolean))) sums.set(one, (sums.get(one) ?? 0) + minutes);
  }
  return sums;
}

export function topicKey(topic: string): string {
  return key(topic);
}

/** Pairs of modules that take the same minute of the same day. */
export function overlapsIn(modules: readonly Module[]): { first: Module; second: Module }[] {
  const placed = weekDays.flatMap((day) => modulesOn(modules, day));
  return placed.flatMap((second, at) => {
    const first = placed.slice(0, at).findLast((earlier) => earlier.slot?.day === second.slot?.day && endOf(earlier) > (second.slot?.start ?? 0));
    return first ? [{ first, second }] : [];
  });
}

/** The modules of a day in the order in which they begin. */
export function modulesOn(modules: readonly Module[], day: string): Module[] {
  return modules.filter(({ slot }) => slot?.day === day).sort((one, other) => (one.slot?.start ?? 0) - (other.slot?.start ?? 0));
}

/** When a placed module ends, in minutes after midnight. */
export function endOf({ slot, minutes }: Pick<Module, "slot" | "minutes">): number {
  return (slot?.start ?? 0) + minutes;
}

/** "9:00 to 10:30". */
export function spanInWords(module: Pick<Module, "slot" | "minutes">): string {
  return module.slot ? `${clockInWords(module.slot.start)} to ${clockInWords(endOf(module))}` : "Not placed yet";
}

function key(topic: string): string {
  return topic.trim().toLowerCase().replace(/\s+/g, " ");
}
