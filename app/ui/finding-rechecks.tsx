import { When } from "./dates";
import { SectionHead } from "./page-head";

type Moment = Date | string;
export type Recheck = { id: string; version: number; byName: string; stands: boolean; note: string; at: Moment };

/** Who has read a published finding again, and by when it is read next. */
export function FindingRechecks({ rechecks, recheckBy, path, may, timeZone, now }: { rechecks: readonly Recheck[]; recheckBy: Moment | null; path: string; may: boolean; timeZone: string; now: Moment }) {
  if (!recheckBy) return null;
  const late = new Date(recheckBy) <= new Date(now);
  return (
    <section className="section" aria-labelledby="rechecks">
      <SectionHead title="Read again" id="rechecks" more={may && <a href={`${path}/rechecks`}>Read it again</a>} />
      <p className={late ? undefined : "quiet"}>
        {late ? "It was to be read again by " : "Every quarter somebody else reads it again; next by "}
        <When at={recheckBy} timeZone={timeZone} now={now} />.
      </p>
      {rechecks.length > 0 && (
        <ul className="plain" role="list">
          {rechecks.map(({ id, version, byName, stands, note, at }) => (
            <li key={id}>
              {`Version ${version}, ${byName}, `}
              <When at={at} timeZone={timeZone} now={now} />
              {stands ? ": it stands." : ": it needs a correction."}
              {note && ` ${note}`}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
