import { modulesOn, spanInWords } from "~/domain/training/curriculum-check";
import { sumInWords } from "~/domain/training/hours";
import { weekDays, type Module } from "~/domain/training/module-facts";

/** A week as columns of days; each module as tall as it is long. Modules without a place stand below. `href` leads to where a module is changed or told. */
export function WeekGrid({ modules, href }: { modules: readonly Module[]; href?: (module: Module) => string }) {
  const days = weekDays.map((day) => ({ day, modules: modulesOn(modules, day) })).filter((one) => one.modules.length > 0);
  const unplaced = modules.filter(({ slot }) => !slot);
  return (
    <>
      {days.length > 0 && (
        <div className="week" role="group" aria-label="The week">
          {days.map((one) => (
            <section key={one.day} className="week-day" aria-label={one.day}>
              <h3 className="week-day-name">
                {one.day} <span className="quiet">{sumInWords(one.modules.reduce((sum, { minutes }) => sum + minutes, 0))}</span>
              </h3>
              <ol className="week-modules" role="list">
                {one.modules.map((module) => (
                  <Entry key={module.id} module={module} href={href?.(module)} />
                ))}
              </ol>
            </section>
          ))}
        </div>
      )}
      {unplaced.length > 0 && (
        <section className="week-unplaced">
          <h3>{days.length > 0 ? "Without a place in the week" : "Modules"}</h3>
          <ol className="week-modules" role="list">
            {unplaced.map((module) => (
              <Entry key={module.id} module={module} href={href?.(module)} />
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

function Entry({ module, href }: { module: Module; href?: string }) {
  const { title, minutes, method, taughtBy } = module;
  return (
    <li className={`week-module long-${Math.min(16, Math.max(2, Math.round(minutes / 15)))}`} data-method={method ?? undefined}>
      <span className="week-time">{spanInWords(module)}</span>
      <strong className="week-title">{href ? <a href={href}>{title}</a> : title}</strong>
      <span className="week-more">
        {sumInWords(minutes)}
        {method && `, ${method.toLowerCase()}`}
        {taughtBy && `, ${taughtBy}`}
      </span>
    </li>
  );
}
