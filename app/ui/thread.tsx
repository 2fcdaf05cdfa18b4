import type { ReactNode } from "react";

export const stationNames = ["drafted", "discussed", "voted", "decided", "in force", "trained", "measured"] as const;
export type StationName = (typeof stationNames)[number];

/** `note` is what happened there, in a few words: a date, a result. */
export type Station = { name: string; note?: ReactNode; href?: string };
export type Stop = { station: string; why: ReactNode; whoseTurn?: ReactNode };
export type ThreadProps = {
  stations?: readonly Station[];
  /** Where the thing stands now; everything before it has happened. */
  current: string;
  stopped?: Stop;
  size?: "full" | "small";
  /** What the small form says beside its line; without it, the station's name. */
  words?: string;
};

type Standing = "passed" | "now" | "ahead" | "stopped";

const allStations: readonly Station[] = stationNames.map((name) => ({ name }));

export function Thread({ stations = allStations, current, stopped, size = "full", words }: ThreadProps) {
  const reached = Math.max(0, stations.findIndex(({ name }) => name === (stopped?.station ?? current)));
  const placed = stations.map((station, index) => ({ station, standing: standingOf(index, reached, stopped !== undefined) }));
  return size === "small" ? <SmallThread placed={placed} words={words} /> : <FullThread placed={placed} stopped={stopped} />;
}

type Placed = { station: Station; standing: Standing };

function standingOf(index: number, reached: number, stopped: boolean): Standing {
  if (index < reached) return "passed";
  if (index > reached) return "ahead";
  return stopped ? "stopped" : "now";
}

function FullThread({ placed, stopped }: { placed: Placed[]; stopped?: Stop }) {
  return (
    <div className="thread">
      <ol className="thread-stations" aria-label="Thread">
        {placed.map(({ station, standing }) => (
          <li key={station.name} className={stationClass(standing)} aria-current={isHere(standing) ? "step" : undefined}>
            <Dot standing={standing} />
            <span className="thread-name">
              {station.href ? <a href={station.href}>{sentence(station.name)}</a> : sentence(station.name)}
              <span className="visually-hidden">{`: ${standingWords[standing]}`}</span>
            </span>
            {station.note && <span className="thread-note">{station.note}</span>}
          </li>
        ))}
      </ol>
      {stopped && (
        <div className="thread-stop">
          <p>{stopped.why}</p>
          {stopped.whoseTurn && <p className="thread-turn">{stopped.whoseTurn}</p>}
        </div>
      )}
    </div>
  );
}

function SmallThread({ placed, words }: { placed: Placed[]; words?: string }) {
  const here = placed.find(({ standing }) => isHere(standing));
  const stopped = here?.standing === "stopped";
  const step = 96 / Math.max(1, placed.length - 1);
  return (
    <span className="thread-small">
      <svg viewBox="0 0 104 12" width="104" height="12" aria-hidden="true" focusable="false">
        <line className="ahead" x1="4" y1="6" x2="100" y2="6" strokeDasharray="2 2" />
        <line className="passed" x1="4" y1="6" x2={4 + step * placed.findIndex(({ standing }) => isHere(standing))} y2="6" strokeWidth="2" />
        {placed.map(({ station, standing }, index) => (
          <circle key={station.name} className={standing} cx={4 + step * index} cy="6" r={isHere(standing) ? 4 : 3} />
        ))}
      </svg>
      <span className={stopped ? "thread-words stopped" : "thread-words"}>
        {words ?? `${sentence(here?.station.name ?? "")}${stopped ? ", stopped" : ""}`}
      </span>
    </span>
  );
}

function Dot({ standing }: { standing: Standing }) {
  return (
    <svg className="thread-dot" viewBox="0 0 18 18" aria-hidden="true" focusable="false">
      <circle cx="9" cy="9" r="7" />
      {standing === "now" && <circle className="thread-core" cx="9" cy="9" r="3.5" />}
      {standing === "stopped" && <rect className="thread-core" x="5" y="7.75" width="8" height="2.5" />}
    </svg>
  );
}

const standingWords: Record<Standing, string> = { passed: "done", now: "now", ahead: "still to come", stopped: "stopped here" };

function stationClass(standing: Standing): string {
  return standing === "stopped" ? "thread-station now stopped" : `thread-station ${standing}`;
}

function isHere(standing: Standing): boolean {
  return standing === "now" || standing === "stopped";
}

function sentence(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
