import { sumInWords } from "./hours";
import { slotInWords, type Module } from "./module-facts";

/** A module that two weeks do not agree about: what it was and what it becomes, in hours and in its place. */
export type WeekChange = {
  id: string;
  title: string;
  kind: "added" | "removed" | "changed";
  minutes: { from: number; to: number };
  slot: { from: string; to: string };
  method: { from: string; to: string };
  /** The same in a sentence, for reading aloud and for mails. */
  sentence: string;
};

export type WeekChanges = { total: { from: number; to: number }; changes: WeekChange[] };

/** What a proposal does to a week: modules that come, go, get other hours, another place or another method, in the order of the new week. Minutes. */
export function weekChanges(before: readonly Module[], after: readonly Module[]): WeekChanges {
  const had = new Map(before.map((module) => [module.id, module]));
  const stays = new Set(after.map(({ id }) => id));
  const changes = [
    ...after.flatMap((module) => changeOf(had.get(module.id) ?? null, module) ?? []),
    ...before.filter(({ id }) => !stays.has(id)).flatMap((module) => changeOf(module, null) ?? []),
  ];
  return { total: { from: sumOf(before), to: sumOf(after) }, changes };
}

/** "The modules still sum to 40.0 h.", or what they sum to instead. */
export function totalInWords({ from, to }: WeekChanges["total"]): string {
  return from === to ? `The modules still sum to ${sumInWords(to)}.` : `The modules sum to ${sumInWords(to)} instead of ${sumInWords(from)}.`;
}

function changeOf(before: Module | null, after: Module | null): WeekChange | null {
  const shown = after ?? before;
  if (!shown) return null;
  const minutes = { from: before?.minutes ?? 0, to: after?.minutes ?? 0 };
  const slot = { from: placeOf(before), to: placeOf(after) };
  const method = { from: before?.method ?? "", to: after?.method ?? "" };
  const kind = !before ? "added" : !after ? "removed" : "changed";
  const differs = [minutes.from !== minutes.to, slot.from !== slot.to, method.from !== method.to];
  if (kind === "changed" && !differs.includes(true)) return null;
  const change = { id: shown.id, title: shown.title, kind, minutes, slot, method } as const;
  return { ...change, sentence: inWords(change) };
}

function inWords({ title, kind, minutes, slot, method }: Omit<WeekChange, "sentence">): string {
  if (kind === "added") return `“${title}” is new, with ${sumInWords(minutes.to)}${slot.to ? `, on ${slot.to}` : ""}.`;
  if (kind === "removed") return `“${title}” is taken out, with its ${sumInWords(minutes.from)}.`;
  const parts = [
    ...(minutes.from === minutes.to ? [] : [`has ${sumInWords(minutes.to)} instead of ${sumInWords(minutes.from)}`]),
    ...(slot.from === slot.to ? [] : [slot.to === "" ? `loses its place on ${slot.from}` : slot.from === "" ? `is placed on ${slot.to}` : `moves from ${slot.from} to ${slot.to}`]),
    ...(method.from === method.to ? [] : [`is taught as ${(method.to || "nothing named").toLowerCase()} instead of ${(method.from || "nothing named").toLowerCase()}`]),
  ];
  return `“${title}” ${parts.join(", and ")}.`;
}

function placeOf(module: Module | null): string {
  return module?.slot ? slotInWords(module.slot) : "";
}

function sumOf(modules: readonly Module[]): number {
  return modules.reduce((sum, { minutes }) => sum + minutes, 0);
}
