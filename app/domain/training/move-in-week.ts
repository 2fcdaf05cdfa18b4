import { allowed, refused, type Ruling } from "../access/ruling";
import { endOf, modulesOn } from "./curriculum-check";
import { readSlot, weekDays, type Module, type Slot, type WeekDay } from "./module-facts";

/** Where a module goes: past its neighbor on the same day, to the end of a day, to an hour of a day, or out of the week for now. */
export type WeekMove = { to: "earlier" } | { to: "later" } | { to: "aside" } | { to: "day"; day: WeekDay } | { to: "hour"; slot: Slot };

/** When an empty day begins, in minutes after midnight, while no other day of the week says it. */
const firstHour = 8 * 60;

/** "earlier", "later", "aside", "Tuesday" or "Tuesday 13:00", as the buttons of the week and dragging send it; null for anything else. */
export function readWeekMove(text: string): WeekMove | null {
  if (text === "earlier" || text === "later" || text === "aside") return { to: text };
  const day = weekDays.find((name) => name === text);
  if (day) return { to: "day", day };
  const slot = readSlot(text);
  return slot && { to: "hour", slot };
}

/**
 * The modules that get another place when one is moved, with that place. On its own day a module changes the order: those it passes make up for
 * it, and the breaks stay as long as they were. On another day, at an hour that is taken, the modules from there on go later, each only as far
 * as it must. All else stays.
 */
export function moveInWeek(modules: readonly Module[], moduleId: string, move: WeekMove): Ruling<ReadonlyMap<string, Slot | null>> {
  const module = modules.find(({ id }) => id === moduleId);
  if (!module) return refused("This module is no longer in the text. Load the page again.", 409);
  if (move.to === "aside") return allowed(new Map([[moduleId, null]]));
  const here = module.slot ? modulesOn(modules, module.slot.day) : [];
  const at = here.indexOf(module);
  if (move.to === "earlier" || move.to === "later") {
    const to = move.to === "earlier" ? at - 1 : at + 1;
    if (at < 0 || !here[to]) return refused(`Nothing stands ${move.to === "earlier" ? "before" : "after"} this module on its day any more. Load the page again.`, 409);
    return allowed(reordered(here, at, to));
  }
  const day = move.to === "day" ? move.day : move.slot.day;
  if (module.slot?.day === day) return allowed(reordered(here, at, move.to === "day" ? here.length - 1 : here.filter((other) => other !== module && startOf(other) < move.slot.start).length));
  const there = modulesOn(modules, day);
  const places = madeRoom(there, module, move.to === "hour" ? move.slot : { day, start: endOfDay(there, modules) });
  const late = [module, ...there].some((one) => (places.get(one.id)?.start ?? 0) + one.minutes > 24 * 60);
  return late ? refused(`${day} would end after midnight. Choose another day, or give a module fewer hours first.`, 422, "place") : allowed(places);
}

/** A day in another order, of which only the part between both places is another; it takes the same span of the day. */
function reordered(day: readonly Module[], at: number, to: number): Map<string, Slot> {
  const [low, high] = at < to ? [at, to] : [to, at];
  const order = day.filter((_, index) => index !== at);
  order.splice(to, 0, ...day.slice(at, at + 1));
  const places = new Map<string, Slot>();
  let start = low < day.length ? startOf(day[low]) : 0;
  for (const [step, module] of order.slice(low, high + 1).entries()) {
    if (module.slot && module.slot.start !== start) places.set(module.id, { day: module.slot.day, start });
    const [first, next] = [day[low + step], day[low + step + 1]];
    start += module.minutes + (first && next ? Math.max(0, startOf(next) - endOf(first)) : 0);
  }
  return places;
}

/** A module at an hour of another day, and whatever else must go later for it. */
function madeRoom(there: readonly Module[], module: Module, slot: Slot): Map<string, Slot> {
  const places = new Map([[module.id, slot]]);
  let end = slot.start + module.minutes;
  for (const other of there) {
    if (startOf(other) < slot.start) continue;
    if (startOf(other) >= end) break;
    places.set(other.id, { day: slot.day, start: end });
    end += other.minutes;
  }
  return places;
}

function endOfDay(there: readonly Module[], modules: readonly Module[]): number {
  if (there.length > 0) return Math.max(...there.map(endOf));
  const starts = modules.flatMap(({ slot }) => slot?.start ?? []);
  return starts.length > 0 ? Math.min(...starts) : firstHour;
}

function startOf(module: Module | undefined): number {
  return module?.slot?.start ?? 0;
}
