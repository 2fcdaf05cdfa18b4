import { formatDay, formatHint, formatTime } from "~/domain/programs/format-when";

type WhenProps = {
  at: Date | string;
  timeZone: string;
  /** The moment of the reading; leave it out in prints and records. */
  now?: Date | string;
};

/** A moment with its hour, in the program's time zone. */
export function When({ at, timeZone, now }: WhenProps) {
  return (
    <time dateTime={machine(at)}>
      {formatDay(at, timeZone)}, <span className="when-clock">{formatTime(at, timeZone)}</span>
      <Hint at={at} timeZone={timeZone} now={now} />
    </time>
  );
}

/** A day without its hour. */
export function Day({ at, timeZone, now }: WhenProps) {
  return (
    <time dateTime={machine(at)}>
      {formatDay(at, timeZone)}
      <Hint at={at} timeZone={timeZone} now={now} />
    </time>
  );
}

function Hint({ at, timeZone, now }: WhenProps) {
  return now === undefined ? null : <span className="when-hint"> ({formatHint(at, timeZone, now)})</span>;
}

function machine(at: Date | string): string {
  return typeof at === "string" ? at : at.toISOString();
}
