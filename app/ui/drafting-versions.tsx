import type { DocumentNode } from "~/editor/schema/document-node";
import type { Redline } from "~/editor/redline";
import { Button } from "./button";
import { When } from "./dates";
import { DocumentText } from "./document-text";
import { EmptyState } from "./empty-state";
import { Field, Select } from "./field";
import { PageHead, SectionHead } from "./page-head";
import { RedlineReadings } from "./redline-view";

export type KeptVersion = { id: string; version: number; name: string | null; note: string | null; contributors: string[]; createdAt: Date };
type Answered = { refusal: { reason: string; fields?: Record<string, string[]> }; values: Record<string, string> };
export type VersionsPageProps = { draftId: string; path: string; title: string; version: number; mayName: boolean; mayRestore: boolean; timeZone: string; kept: KeptVersion[]; answered?: Answered };

/** What was kept of a text, with any two to compare. */
export function VersionsPage({ draftId, path, title, version, mayName, mayRestore, timeZone, kept, answered }: VersionsPageProps) {
  return (
    <>
      <PageHead title="Versions" above={<a href={path}>{title}</a>} lead="A version is kept when people stop writing for ten minutes, and whenever you name one." />
      {mayName && (
        <form method="post" action={`/drafts/${draftId}/versions`} className="drafting-form" noValidate>
          <Field label="Name the text as it is now" name="name" required maxLength={120} defaultValue={answered?.values.name} error={answered?.refusal.fields?.name?.[0] ?? (answered && !answered.refusal.fields ? answered.refusal.reason : undefined)} />
          <Field label="Note" name="note" maxLength={1000} defaultValue={answered?.values.note} error={answered?.refusal.fields?.note?.[0]} />
          <Button look="secondary">Keep this version</Button>
        </form>
      )}
      <SectionHead title="Kept versions" id="kept" />
      {kept.length === 0 ? (
        <EmptyState title="Nothing is kept yet.">Write in the text, then come back here to see what changed and when.</EmptyState>
      ) : (
        <ol className="drafting-versions" role="list" aria-labelledby="kept">
          {kept.map((each) => (
            <li key={each.id}>
              <strong>{each.name ?? `Version ${each.version}`}</strong>
              <span className="quiet">
                <When at={each.createdAt} timeZone={timeZone} /> {each.contributors.length > 0 && `by ${each.contributors.join(", ")}`}
              </span>
              {each.note && <p>{each.note}</p>}
              <div className="row">
                <a href={`/drafts/${draftId}/compare?from=${each.version}`}>Compare with now</a>
                {mayRestore && each.version !== version && (
                  <form method="post" action={`/versions/${each.id}/restoration`}>
                    <input type="hidden" name="next" value={path} />
                    <Button look="quiet">Go back to this version</Button>
                  </form>
                )}
              </div>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

type Text = { version: number; content: DocumentNode };
export type ComparePageProps = { draftId: string; path: string; title: string; version: number; before: Text; after: Text; changes: Redline; kept: KeptVersion[]; reading: "inline" | "side" };

/** Two versions, inline or side by side, chosen by a form that needs no script. */
export function ComparePage({ draftId, path, title, version, before, after, changes, kept, reading }: ComparePageProps) {
  const known = new Map([[0, "The start"], ...[...kept].reverse().map((each) => [each.version, each.name ?? `Version ${each.version}`] as const), [version, "Now"]]);
  const options = [...known].map(([at, label]) => ({ value: String(at), label }));
  return (
    <>
      <PageHead title="Compare versions" above={<a href={path}>{title}</a>} actions={<a href={`/drafts/${draftId}/versions`}>All versions</a>} />
      <form method="get" action={`/drafts/${draftId}/compare`} className="drafting-form drafting-compare-form">
        <Select label="From" name="from" required options={options} defaultValue={String(before.version)} />
        <Select label="To" name="to" required options={options} defaultValue={String(after.version)} />
        <Select label="Shown" name="reading" required options={[{ value: "inline", label: "In one text" }, { value: "side", label: "Side by side" }]} defaultValue={reading} />
        <Button look="secondary">Compare</Button>
      </form>
      {reading === "inline" ? (
        <RedlineReadings changes={changes} />
      ) : (
        <div className="drafting-sides">
          {[before, after].map((text, at) => (
            <section key={at} aria-label={at === 0 ? "Before" : "After"}>
              <h2>{known.get(text.version) ?? `Version ${text.version}`}</h2>
              <DocumentText content={text.content} />
            </section>
          ))}
        </div>
      )}
    </>
  );
}
