import fc from "fast-check";
import { expect, test } from "vitest";
import { overlapsIn } from "./curriculum-check";
import { readModule, slotInWords, weekDays, type Module } from "./module-facts";
import { moveInWeek, readWeekMove, type WeekMove } from "./move-in-week";

const module = (id: string, hours: string, when: string): Module => readModule({ id, title: id, number: "1" }, { hours, when, method: "Lecture", topic: "Law" }).module;

const week = [module("welcome", "1.5", "Monday 8:00"), module("stigma", "2.5", "Monday 9:30"), module("illness", "4", "Monday 13:00"), module("panels", "3", "Tuesday 9:00"), module("wellness", "0.5", "")];

/** What is placed elsewhere when a module is moved, as the text will say it. */
function moved(modules: readonly Module[], id: string, place: string): Record<string, string> {
  const move = readWeekMove(place);
  const ruling = move && moveInWeek(modules, id, move);
  if (!ruling?.ok) throw new Error(ruling?.reason ?? `“${place}” is no place.`);
  return Object.fromEntries([...ruling.value].map(([at, slot]) => [at, slot ? slotInWords(slot) : ""]));
}

test("neighbors change places and keep the span of the day, the break between them too", () => {
  expect(moved(week, "stigma", "earlier")).toEqual({ stigma: "Monday 8:00", welcome: "Monday 10:30" });
  expect(moved(week, "welcome", "later")).toEqual({ stigma: "Monday 8:00", welcome: "Monday 10:30" });
  expect(moved(week, "illness", "earlier")).toEqual({ illness: "Monday 9:30", stigma: "Monday 14:30" });
});

test("dragged to another hour of its day, a module changes the order and leaves no hole", () => {
  expect(moved(week, "welcome", "Monday 13:00")).toEqual({ stigma: "Monday 8:00", welcome: "Monday 10:30" });
  expect(moved(week, "illness", "Monday 8:00")).toEqual({ illness: "Monday 8:00", welcome: "Monday 12:00", stigma: "Monday 14:30" });
  expect(moved(week, "welcome", "Monday")).toEqual({ stigma: "Monday 8:00", illness: "Monday 10:30", welcome: "Monday 15:30" });
  expect(moved(week, "welcome", "Monday 8:00")).toEqual({});
});

test("at another day it stands at the end, and on an empty day when days begin", () => {
  expect(moved(week, "welcome", "Tuesday")).toEqual({ welcome: "Tuesday 12:00" });
  expect(moved(week, "welcome", "Friday")).toEqual({ welcome: "Friday 8:00" });
  expect(moved(week, "wellness", "Monday")).toEqual({ wellness: "Monday 17:00" });
  expect(moved([module("wellness", "0.5", "")], "wellness", "Friday")).toEqual({ wellness: "Friday 8:00" });
  expect(moved(week, "welcome", "aside")).toEqual({ welcome: "" });
});

test("at an hour that is taken, what stands there goes later, only as far as it must", () => {
  expect(moved(week, "panels", "Monday 9:30")).toEqual({ panels: "Monday 9:30", stigma: "Monday 12:30", illness: "Monday 15:00" });
  expect(moved(week, "wellness", "Monday 12:00")).toEqual({ wellness: "Monday 12:00" });
});

test("what cannot be is refused with its reason", () => {
  const ask = (id: string, move: WeekMove) => moveInWeek(week, id, move);
  expect(ask("gone", { to: "later" })).toMatchObject({ ok: false, status: 409 });
  expect(ask("welcome", { to: "earlier" })).toMatchObject({ ok: false, reason: expect.stringContaining("before this module") });
  expect(ask("illness", { to: "later" })).toMatchObject({ ok: false, reason: expect.stringContaining("after this module") });
  expect(ask("wellness", { to: "later" })).toMatchObject({ ok: false });
  expect(ask("illness", { to: "hour", slot: { day: "Friday", start: 21 * 60 } })).toMatchObject({ ok: false, status: 422, field: "place" });
  for (const text of ["", "sideways", "Tuesday noon", "Monday 25:00", "tuesday"]) expect(readWeekMove(text)).toBeNull();
});

test("no move by a button changes the sum or makes two modules overlap that did not", () => {
  const days = fc.array(fc.record({ gap: fc.integer({ min: 0, max: 60 }), minutes: fc.integer({ min: 15, max: 120 }) }), { maxLength: 4 });
  fc.assert(
    fc.property(fc.tuple(days, days), fc.nat(), fc.constantFrom("earlier", "later", "aside", ...weekDays), (perDay, pick, place) => {
      const modules = perDay.flatMap((rows, day) => {
        let at = 8 * 60;
        return rows.map(({ gap, minutes }, index): Module => {
          const start = at + gap;
          at = start + minutes;
          return { ...module(`${day}.${index}`, "1", ""), minutes, slot: { day: weekDays[day] ?? "Monday", start } };
        });
      });
      const chosen = modules[pick % Math.max(1, modules.length)];
      const move = readWeekMove(place);
      const ruling = chosen && move && moveInWeek(modules, chosen.id, move);
      if (!ruling?.ok) return;
      const after = modules.map((one) => ({ ...one, slot: ruling.value.has(one.id) ? (ruling.value.get(one.id) ?? null) : one.slot }));
      expect(overlapsIn(after)).toEqual([]);
    }),
  );
});
