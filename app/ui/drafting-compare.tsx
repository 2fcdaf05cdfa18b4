import type { Redline } from "~/editor/redline";
import { Button } from "./button";
import { Comparison, type Reading } from "./comparison";
import type { KeptVersion } from "./drafting-versions";
import { Select } from "./field";
import { PageHead, SectionHead } from "./page-head";

export type ComparePageProps = { draftId: string; path: string; title: string; version: number; from: number; to: number; changes: Redline; kept: Pick<KeptVersion, "version" | "name">[]; suggested: number; reading: Reading };

/** Any two versions, inline or side by side, chosen by a form that needs no script. */
export function ComparePage({ draftId, path, title, version, from, to, changes, kept, suggested, reading }: ComparePageProps) {
  const nameOf = namesOf(kept, version);
  const known = [...new Set([0, ...kept.map((each) => each.version), from, to, version])].sort((one, other) => other - one);
  const options = known.map((at) => ({ value: String(at), label: nameOf(at) }));
  const names = { before: nameOf(from), after: nameOf(to) };
  return (
    <>
      <PageHead title="Compare versions" above={<a href={path}>{title}</a>} actions={<a href={`/drafts/${draftId}/versions`}>All versions</a>} />
      <form method="get" action={`/drafts/${draftId}/compare`} className="compare-form">
        <Select label="From" name="from" required options={options} defaultValue={String(from)} />
        <Select label="To" name="to" required options={options} defaultValue={String(to)} />
        <Select label="Shown" name="reading" required options={[{ value: "inline", label: "In one text" }, { value: "side", label: "Side by side" }]} defaultValue={reading} />
        <Button look="secondary">Compare</Button>
      </form>
      <SectionHead title={`From ${lower(names.before)} to ${lower(names.after)}`} />
      {suggested > 0 && (
        <p className="quiet">
          {suggested === 1 ? "One suggestion that nobody has accepted is" : `${suggested} suggestions that nobody has accepted are`} left out of this. <a href={`/drafts/${draftId}/suggestions`}>Read all suggestions</a>
        </p>
      )}
      <Comparison changes={changes} reading={reading} names={names} />
    </>
  );
}

/** What a version is called: its name, or its number; the present text is "Now". */
function namesOf(kept: ComparePageProps["kept"], version: number) {
  // One version may have been named twice.
  const names = new Map<number, string>();
  for (const { version: at, name } of [...kept].reverse()) if (name) names.set(at, names.has(at) ? `${names.get(at)}, ${name}` : name);
  return (at: number) => (at === version ? "Now" : (names.get(at) ?? (at === 0 ? "The start" : `Version ${at}`)));
}

function lower(name: string): string {
  return ["Now", "The start"].includes(name) || /^Version \d+$/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : `“${name}”`;
}
