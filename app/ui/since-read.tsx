import { Button } from "./button";
import { clausesInWords } from "./comparison";
import { When } from "./dates";

export type SinceReadProps = {
  /** Where the form goes, and what it says was read. */
  action: string;
  read: { name: "version" | "edition"; value: number };
  next: string;
  /** Null when the reader has not had it open before. */
  since: { at: Date; clauses: number; compare: string } | null;
  timeZone: string;
  now: Date;
};

/** What changed since the reader last had a text open, with the way to see it. Only one's own reading counts. */
export function SinceRead({ action, read, next, since, timeZone, now }: SinceReadProps) {
  const upToDate = since !== null && since.clauses === 0;
  return (
    <form method="post" action={action} className="since-read">
      <p>
        {since === null && "You have not marked this text as read yet."}
        {upToDate && (
          <>
            {"Nothing changed since you last read it on "}
            <When at={since.at} timeZone={timeZone} now={now} />.
          </>
        )}
        {since && !upToDate && (
          <>
            <strong>{`${clausesInWords(since.clauses)} changed`}</strong>
            {" since you last read it on "}
            <When at={since.at} timeZone={timeZone} now={now} />. <a href={since.compare}>See what changed</a>
          </>
        )}
      </p>
      <input type="hidden" name={read.name} value={read.value} />
      <input type="hidden" name="next" value={next} />
      {!upToDate && <Button look="quiet">I have read this</Button>}
    </form>
  );
}
