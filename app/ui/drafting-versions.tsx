import { Button } from "./button";
import { When } from "./dates";
import { EmptyState } from "./empty-state";
import { Field } from "./field";
import { PageHead, SectionHead } from "./page-head";
import { SinceRead, type SinceReadProps } from "./since-read";

type Contributor = { name: string; organization: string };
type Written = { lettersIn: number; lettersOut: number; to: Date };
export type KeptVersion = { id: string; version: number; before: number; name: string | null; note: string | null; contributors: Contributor[]; createdAt: Date; written: Written | null };
type Answered = { refusal: { reason: string; fields?: Record<string, string[]> }; values: Record<string, string> };
export type VersionsPageProps = {
  draftId: string;
  path: string;
  title: string;
  version: number;
  now: Date;
  mayName: boolean;
  mayRestore: boolean;
  timeZone: string;
  kept: KeptVersion[];
  unkept: (Written & { contributors: Contributor[] }) | null;
  reading: SinceReadProps;
  answered?: Answered;
};

/** What was kept of a text, read as its history: who wrote, when, and how much. */
export function VersionsPage({ draftId, path, title, version, now, mayName, mayRestore, timeZone, kept: all, unkept, reading, answered }: VersionsPageProps) {
  // What was kept by itself and then named is one version.
  const kept = all.filter((each) => each.name || each.note || !all.some((other) => other.version === each.version && other.name));
  const last = kept[0]?.version ?? 0;
  return (
    <>
      <PageHead
        title="Versions"
        above={<a href={path}>{title}</a>}
        lead="A version is kept when people stop writing for ten minutes, and whenever you name one. Nothing is ever deleted."
        actions={
          <>
            <a href={`/drafts/${draftId}/compare?from=${last}`}>Compare any two</a>
            <a href={`/drafts/${draftId}/authorship`}>Who wrote what</a>
          </>
        }
      />
      <SinceRead {...reading} />
      {mayName && (
        <form method="post" action={`/drafts/${draftId}/versions`} className="drafting-form" noValidate>
          <Field label="Name the text as it is now" name="name" required maxLength={120} hint="For example “v1.2 draft for the board”." defaultValue={answered?.values.name} error={answered?.refusal.fields?.name?.[0] ?? (answered && !answered.refusal.fields ? answered.refusal.reason : undefined)} />
          <Field label="Note" name="note" maxLength={1000} defaultValue={answered?.values.note} error={answered?.refusal.fields?.note?.[0]} />
          <Button look="secondary">Keep this version</Button>
        </form>
      )}
      <SectionHead title="History" id="kept" />
      {kept.length === 0 && !unkept ? (
        <EmptyState title="Nothing is kept yet.">Write in the text, then come back here to see what changed and when.</EmptyState>
      ) : (
        <ol className="versions" role="list" aria-labelledby="kept">
          {unkept && (
            <li className="version">
              <h3>{kept.length === 0 ? "Being written" : "Since then"}</h3>
              <p className="version-when">
                Last written <When at={unkept.to} timeZone={timeZone} now={now} />. Not kept as a version yet.
              </p>
              <Wrote contributors={unkept.contributors} written={unkept} />
              <p className="version-ways">
                <a href={`/drafts/${draftId}/compare?from=${last}`}>{kept.length === 0 ? "What was written so far" : "What changed since the last version"}</a>
              </p>
            </li>
          )}
          {kept.map((each) => (
            <li key={each.id} className={each.name ? "version named" : "version"}>
              <h3>{each.name ?? `Version ${each.version}`}</h3>
              <p className="version-when">
                {each.name ? `Version ${each.version}, named ` : "Kept "}
                <When at={each.createdAt} timeZone={timeZone} now={now} />
              </p>
              {each.note && <p>{each.note}</p>}
              <Wrote contributors={each.contributors} written={each.written} />
              <p className="version-ways">
                <a href={`/drafts/${draftId}/compare?from=${each.before}&to=${each.version}`}>
                  What changed<span className="visually-hidden">{` in version ${each.version}`}</span>
                </a>
                {each.version !== version && (
                  <a href={`/drafts/${draftId}/compare?from=${each.version}`}>
                    Compare<span className="visually-hidden">{` version ${each.version}`}</span> with now
                  </a>
                )}
                {mayRestore && each.version !== version && (
                  <a href={`/versions/${each.id}/restoration`}>
                    Restore<span className="visually-hidden">{` version ${each.version}`}</span>
                  </a>
                )}
              </p>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

function Wrote({ contributors, written }: { contributors: readonly Contributor[]; written: Written | null }) {
  const size = written ? sizeInWords(written) : "nothing was written in between";
  return (
    <>
      {contributors.length > 0 && (
        <ul className="version-people" role="list" aria-label="Written by">
          {contributors.map(({ name, organization }) => (
            <li key={`${name} ${organization}`}>
              {name}
              {organization && <span className="quiet">{`, ${organization}`}</span>}
            </li>
          ))}
        </ul>
      )}
      <p className="quiet small">{size.charAt(0).toUpperCase() + size.slice(1)}.</p>
    </>
  );
}

function sizeInWords({ lettersIn, lettersOut }: Written): string {
  const letters = (count: number) => (count === 1 ? "1 letter" : `${count.toLocaleString("en-US")} letters`);
  if (lettersIn === 0 && lettersOut === 0) return "only how the text is set changed";
  return [lettersIn > 0 ? `about ${letters(lettersIn)} put in` : "", lettersOut > 0 ? `about ${letters(lettersOut)} taken out` : ""].filter(Boolean).join(", ");
}
