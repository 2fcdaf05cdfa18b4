import { directionNames, domainNames, frequencyNames, kindNames, measureDomains, type Direction, type Frequency, type MeasureDomain, type MeasureKind, type MeasureUnit } from "~/domain/evaluation/measure";
import { Button, ButtonLink } from "./button";
import { EmptyState } from "./empty-state";
import { formulaOf } from "./measure-formula";
import { SectionHead } from "./page-head";
import { Table } from "./table";

export type MeasureOnList = {
  id: string;
  key: string;
  plans: number;
  clauses: number;
  now: { number: number; name: string; kind: MeasureKind; domain: MeasureDomain; numerator: string; denominator: string; unit: MeasureUnit; direction: Direction; frequency: Frequency; owner: { name: string } | null };
};

/** The library of measures, by what they are about. */
export function MeasureList({ measures, mayWrite, notAdded }: { measures: readonly MeasureOnList[]; mayWrite: boolean; notAdded: number }) {
  if (measures.length === 0)
    return (
      <EmptyState title="No measures yet." step={mayWrite ? <div className="row"><AddLibrary notAdded={notAdded} first /><ButtonLink look="secondary" href="/evaluation/measures/new">Define a measure</ButtonLink></div> : undefined}>
        <p>A measure says what is counted, over what, from which source and by whom, so that two agencies count the same thing. Begin with the starting library and edit it.</p>
      </EmptyState>
    );
  return (
    <>
      {measureDomains.map((domain) => {
        const rows = measures.filter(({ now }) => now.domain === domain);
        if (rows.length === 0) return null;
        return (
          <section key={domain} className="section" aria-labelledby={`domain-${domain}`}>
            <SectionHead title={domainNames[domain]} id={`domain-${domain}`} />
            <Table
              stacks
              caption={domainNames[domain]}
              hideCaption
              rows={rows}
              rowKey={({ id }) => id}
              columns={[
                { title: "Measure", heading: true, cell: ({ id, now }) => <a href={`/evaluation/measures/${id}`}>{now.name}</a> },
                { title: "How it is made", cell: ({ now }) => formulaOf(now) },
                { title: "Kind", cell: ({ now }) => kindNames[now.kind] },
                { title: "Better", cell: ({ now }) => directionNames[now.direction] },
                { title: "Counted", cell: ({ now }) => (now.owner ? `${frequencyNames[now.frequency]}, by ${now.owner.name}` : frequencyNames[now.frequency]) },
              ]}
            />
          </section>
        );
      })}
      {mayWrite && notAdded > 0 && <div className="section"><AddLibrary notAdded={notAdded} /></div>}
    </>
  );
}

function AddLibrary({ notAdded, first = false }: { notAdded: number; first?: boolean }) {
  return (
    <form method="post" action="/evaluation/measures/library">
      <Button look={first ? "primary" : "secondary"}>{`Add ${notAdded} measures to begin with`}</Button>
    </form>
  );
}
