import type { ReactNode } from "react";
import { endOf, modulesOn, spanInWords } from "~/domain/training/curriculum-check";
import { sumInWords } from "~/domain/training/hours";
import { weekDays, type Module, type WeekDay } from "~/domain/training/module-facts";
import { WeekMove } from "./week-move";

type WeekGridProps = {
  modules: readonly Module[];
  /** Where a module is changed or told. */
  href?: (module: Module) => string;
  /** Where a module's move is sent, and which one has just been moved; without it the week is only read. */
  move?: { action: (module: Module) => string; moved: string | null };
};

const workDays: readonly WeekDay[] = weekDays.slice(0, 5);

/** A week as columns of days; each module as tall as it is long. Modules without a place stand below. */
export function WeekGrid({ modules, href, move }: WeekGridProps) {
  const days = weekDays.map((day) => ({ day, modules: modulesOn(modules, day) })).filter((one) => one.modules.length > 0 || (move && workDays.includes(one.day)));
  const unplaced = modules.filter(({ slot }) => !slot);
  const entries = (some: readonly Module[]) =>
    some.map((module, at) => (
      <Entry key={module.id} module={module} href={href?.(module)} moves={move !== undefined} afterBreak={isAfterBreak(some[at - 1], module)}>
        {move && <WeekMove module={module} action={move.action(module)} days={days.map(({ day }) => day)} earlier={Boolean(module.slot) && at > 0} later={Boolean(module.slot) && at < some.length - 1} open={move.moved === module.id} />}
      </Entry>
    ));
  return (
    <>
      {days.length > 0 && (
        <div className="week" role="group" aria-label="The week">
          {days.map((one) => (
            <section key={one.day} className="week-day" aria-label={one.day} data-place={move && one.day}>
              <h3 className="week-day-name">
                {one.day} <span className="quiet">{sumInWords(one.modules.reduce((sum, { minutes }) => sum + minutes, 0))}</span>
              </h3>
              {one.modules.length > 0 ? <ol className="week-modules" role="list">{entries(one.modules)}</ol> : <p className="quiet">Nothing on this day.</p>}
            </section>
          ))}
        </div>
      )}
      {unplaced.length > 0 && (
        <section className="week-unplaced">
          <h3>{days.length > 0 ? "Without a place in the week" : "Modules"}</h3>
          <ol className="week-modules" role="list">{entries(unplaced)}</ol>
        </section>
      )}
    </>
  );
}

function isAfterBreak(before: Module | undefined, { slot }: Module): boolean {
  return slot !== null && before !== undefined && slot.start > endOf(before);
}

function Entry({ module, href, moves, afterBreak, children }: { module: Module; href?: string; moves: boolean; afterBreak: boolean; children: ReactNode }) {
  const { id, title, minutes, method, taughtBy, slot } = module;
  const place = moves ? { id: `module-${id}`, tabIndex: -1, "data-module": id, "data-start": slot?.start, "data-end": slot ? endOf(module) : undefined } : {};
  return (
    <li className={`week-module long-${Math.min(16, Math.max(2, Math.round(minutes / 15)))}${afterBreak ? " after-break" : ""}`} data-method={method ?? undefined} {...place}>
      <span className="week-time">{spanInWords(module)}</span>
      <strong className="week-title">{href ? <a href={href}>{title}</a> : title}</strong>
      <span className="week-more">
        {sumInWords(minutes)}
        {method && `, ${method.toLowerCase()}`}
        {taughtBy && `, ${taughtBy}`}
      </span>
      {children}
    </li>
  );
}
