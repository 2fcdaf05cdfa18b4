import type { ReactNode } from "react";
import { directionNames, domainNames, frequencyNames, kindNames, unitNames, type Direction, type Frequency, type MeasureDomain, type MeasureKind, type MeasureUnit } from "~/domain/evaluation/measure";
import { planStateNames, readPlanState } from "~/domain/evaluation/plan-stages";
import { Button, ButtonLink } from "./button";
import { Day } from "./dates";
import { KeyFacts, type Fact } from "./key-facts";
import { formulaOf } from "./measure-formula";
import { PageHead, SectionHead } from "./page-head";

type Moment = Date | string;

export type MeasureVersionOnPage = {
  number: number;
  name: string;
  kind: MeasureKind;
  domain: MeasureDomain;
  numerator: string;
  denominator: string;
  exclusions: string;
  unit: MeasureUnit;
  direction: Direction;
  frequency: Frequency;
  source: string;
  healthData: boolean;
  origin: string;
  owner: { name: string } | null;
  writtenAt: Moment;
  writtenBy: { name: string; organization: { name: string } };
};

export type MeasurePageProps = {
  measure: { id: string; key: string; versions: readonly MeasureVersionOnPage[] };
  links: readonly { documentId: string; clauseId: string; linkedAt: Moment; document: string; clause: string | null }[];
  plans: readonly { id: string; state: string; title: string }[];
  timeZone: string;
  mayWrite: boolean;
  /** The figures, where there are any. */
  children?: ReactNode;
};

/** One measure: what it counts now, its figures, the clauses it watches, and how it was defined before. */
export function MeasurePage({ measure, links, plans, timeZone, mayWrite, children }: MeasurePageProps) {
  const [now, ...before] = measure.versions;
  if (!now) return null;
  const path = `/evaluation/measures/${measure.id}`;
  return (
    <>
      <PageHead
        title={now.name}
        above={<a href="/evaluation/measures">Measures</a>}
        lead={formulaOf(now)}
        actions={mayWrite && <ButtonLink look="secondary" href={`${path}/versions`}>Change the definition</ButtonLink>}
      />
      {children}
      <section className="section" aria-labelledby="definition">
        <SectionHead title={`Definition, version ${now.number}`} id="definition" />
        <KeyFacts facts={definitionFacts(now, measure.key, timeZone)} />
      </section>
      <section className="section" aria-labelledby="clauses">
        <SectionHead title="Clauses it watches" id="clauses" more={mayWrite && <a href={`${path}/clauses`}>Link a clause</a>} />
        {links.length === 0 ? (
          <p className="quiet">Linked to no clause yet. Once it is, the day the clause was adopted is marked on the figures.</p>
        ) : (
          <ul className="lines" role="list">
            {links.map((link) => (
              <li key={`${link.documentId} ${link.clauseId}`} className="needs-line">
                <p>
                  <a href={`/documents/${link.documentId}/clauses/${link.clauseId}`}>{`${link.document}, ${link.clause ?? "a clause that is gone from the newest edition"}`}</a>
                </p>
                {mayWrite && (
                  <form method="post" action={`${path}/clauses/removal`}>
                    <input type="hidden" name="documentId" value={link.documentId} />
                    <input type="hidden" name="clauseId" value={link.clauseId} />
                    <Button look="quiet">
                      Unlink<span className="visually-hidden">{` ${link.document}, ${link.clause ?? link.clauseId}`}</span>
                    </Button>
                  </form>
                )}
              </li>
            ))}
          </ul>
        )}
      </section>
      {plans.length > 0 && (
        <section className="section" aria-labelledby="plans">
          <SectionHead title="Plans that use it" id="plans" />
          <ul className="plain" role="list">
            {plans.map(({ id, title, state }) => (
              <li key={id}>
                <a href={`/evaluation/plans/${id}`}>{title}</a>
                {`, ${planStateNames[readPlanState(state)].toLowerCase()}`}
              </li>
            ))}
          </ul>
        </section>
      )}
      {before.length > 0 && (
        <section className="section" aria-labelledby="versions">
          <SectionHead title="Earlier versions" id="versions" />
          {before.map((version) => (
            <details key={version.number} className="redline-reading">
              <summary>
                {`Version ${version.number}, `}
                <Day at={version.writtenAt} timeZone={timeZone} />
              </summary>
              <KeyFacts facts={[{ term: "Name", fact: version.name }, ...definitionFacts(version, measure.key, timeZone)]} />
            </details>
          ))}
        </section>
      )}
    </>
  );
}

/** The definition as it stands beside figures and in the library. */
export function definitionFacts(version: MeasureVersionOnPage, key: string, timeZone: string): Fact[] {
  return [
    { term: "Numerator", fact: version.numerator },
    ...(version.denominator ? [{ term: "Denominator", fact: version.denominator }] : []),
    { term: "Figure", fact: unitNames[version.unit] },
    { term: "Left out", fact: version.exclusions || "Nothing is named" },
    { term: "Better", fact: directionNames[version.direction] },
    { term: "About", fact: `${domainNames[version.domain]}, ${kindNames[version.kind].toLowerCase()} measure` },
    { term: "Counted", fact: `${frequencyNames[version.frequency]}, by ${version.owner?.name ?? "each agency for itself"}` },
    { term: "Source", fact: version.source || <strong className="overdue">No source is named</strong> },
    ...(version.healthData ? [{ term: "People in care", fact: "Yes: counts below 11 are not shown" }] : []),
    { term: "Short word", fact: <code>{key}</code> },
    ...(version.origin ? [{ term: "Definition from", fact: version.origin }] : []),
    { term: "Written", fact: <>{`${version.writtenBy.name}, ${version.writtenBy.organization.name}, `}<Day at={version.writtenAt} timeZone={timeZone} /></> },
  ];
}
