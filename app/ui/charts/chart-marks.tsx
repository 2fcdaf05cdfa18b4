import type { ReactNode } from "react";
import type { ChartEvent } from "~/domain/evaluation/chart-data";
import { formatDay } from "~/domain/programs/format-when";
import type { Plot } from "./chart-axes";

/** A key: a small drawing and its words. */
export type Key = { mark: ReactNode; label: string };

export function Legend({ keys, children }: { keys: readonly Key[]; children?: ReactNode }) {
  return (
    <div className="chart-legend">
      <ul role="list">
        {keys.map(({ mark, label }) => (
          <li key={label}>
            <svg className="chart-key" viewBox="0 0 28 14" width="28" height="14" aria-hidden="true" focusable="false">
              {mark}
            </svg>
            {label}
          </li>
        ))}
      </ul>
      {children}
    </div>
  );
}

const eventNames: Record<ChartEvent["kind"], string> = { policy: "Policy", training: "Training", rollout: "Rollout" };

/** The shape of an event: square for policy, triangle for training, diamond for rollout. */
function EventShape({ kind, x, y }: { kind: ChartEvent["kind"]; x: number; y: number }) {
  const path = { policy: "M-6-6H6V6H-6Z", training: "M0-7 7 6H-7Z", rollout: "M0-8 8 0 0 8-8 0Z" }[kind];
  return <path className={`chart-event-shape ${kind}`} d={path} transform={`translate(${x} ${y})`} />;
}

/** Events drawn on the picture: a dotted line, a shape, and the number under which the list names it. */
export function EventLines({ events, x, plot }: { events: readonly ChartEvent[]; x: (place: number) => number; plot: Plot }) {
  return (
    <g>
      {events.map((event, i) => {
        const close = events.slice(0, i).filter((other) => Math.abs(x(other.at) - x(event.at)) < 44).length;
        const y = plot.top - 4 + close * 20;
        return (
          <g key={i}>
            <line className="chart-event-line" x1={x(event.at)} x2={x(event.at)} y1={y + 8} y2={plot.bottom} />
            <EventShape kind={event.kind} x={x(event.at)} y={y} />
            <text className="chart-event-number" x={x(event.at) + 11} y={y} dy="0.34em">
              {i + 1}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** How far down the picture begins when events stand above it. */
export function roomForEvents(events: readonly ChartEvent[]): number {
  return events.length > 0 ? 40 : 26;
}

/** The events in words, under the legend. */
export function EventList({ events }: { events: readonly ChartEvent[] }) {
  if (events.length === 0) return null;
  return (
    <ol className="chart-events">
      {events.map((event, i) => (
        <li key={i}>
          <svg className="chart-key" viewBox="-9 -9 18 18" width="14" height="14" aria-hidden="true" focusable="false">
            <EventShape kind={event.kind} x={0} y={0} />
          </svg>
          <span>
            {`${i + 1}. ${eventNames[event.kind]}, ${eventDay(event)}: ${event.label}`}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** The day of an event as a reader writes it. */
export function eventDay({ date }: ChartEvent): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) ? formatDay(date, "UTC") : date;
}

/** A value that is held back: a small cross on the baseline, never at a height. */
export function HeldBack({ x, plot }: { x: number; plot: Plot }) {
  return <path className="chart-held-back" d={`M${x - 4} ${plot.bottom - 12}l8 8m0-8l-8 8`} />;
}

export const heldBackKey: Key = { mark: <path className="chart-held-back" d="M10 3l8 8m0-8l-8 8" />, label: "Suppressed: too few to show" };
