import type { Names, PartChange } from "~/domain/evaluation/part-changes";
import { partNames, planPartsSpec, type PlanParts } from "~/domain/evaluation/plan-parts";
import type { Redline } from "~/editor/redline";
import type { DocumentNode } from "~/editor/schema/document-node";
import { When } from "./dates";
import { DocumentText } from "./document-text";
import { KeyFacts } from "./key-facts";
import { NoticeLine } from "./notice-line";
import { PageHead, SectionHead } from "./page-head";
import { Contributors, type Contributor } from "./plan-contributors";
import { PlanPart } from "./plan-part";
import { RedlineReadings } from "./redline-view";
import { Table } from "./table";

type Moment = Date | string;

export type PlanVersionProps = {
  timeZone: string;
  document: { number: string; title: string; program: string; organization: string; agencies: readonly string[] };
  version: number;
  latest: number;
  frozenAt: Moment | null;
  hash: string;
  amendment: { why: string; dataSeen: boolean } | null;
  signers: readonly { name: string; organization: string; at: Moment | null }[];
  content: DocumentNode;
  parts: PlanParts;
  definitions: readonly { measureId: string; version: number; name: string; numerator: string; denominator: string; exclusions: string; source: string }[];
  names: Names;
  ethics: string | null;
  contributors: readonly Contributor[];
  versions: readonly { number: number; frozenAt: Moment | null }[];
  change: { text: Redline; parts: PartChange[] } | null;
};

/** A frozen version of a plan as it was signed, and for an amendment what it changed. The same for members and for everybody. */
export function PlanVersionView({ page, above, pathOf }: { page: PlanVersionProps; above: { label: string; href: string }; pathOf: (version: number) => string }) {
  const { document, version, latest, frozenAt, hash, amendment, signers, content, parts, definitions, names, ethics, contributors, versions, change, timeZone } = page;
  return (
    <article>
      <PageHead title={document.title} above={<a href={above.href}>{above.label}</a>} lead={`${document.number}, evaluation plan, version ${version}, ${document.program}`} />
      {version < latest && (
        <NoticeLine kind="info">
          {`You are reading version ${version}. `}
          <a href={pathOf(latest)}>{`Read version ${latest}, which holds now`}</a>
        </NoticeLine>
      )}
      <KeyFacts
        facts={[
          { term: "Frozen", fact: frozenAt && <When at={frozenAt} timeZone={timeZone} /> },
          { term: "Signed by", fact: <ul role="list" className="plain">{signers.map(({ name, organization, at }) => <li key={name}>{`${name}, ${organization}`}{at && <>{", "}<When at={at} timeZone={timeZone} /></>}</li>)}</ul> },
          { term: "Agencies", fact: document.agencies.join(", ") },
          { term: "Ethics review", fact: ethics?.replace("Ethics review: ", "") ?? "Not determined when this was frozen" },
          ...(versions.length > 1 ? [{ term: "Versions", fact: <ul role="list" className="row">{versions.map(({ number }) => <li key={number}><a href={pathOf(number)} aria-current={number === version ? "page" : undefined}>{`Version ${number}`}</a></li>)}</ul> }] : []),
          { term: "SHA-256 of text and parts", fact: <code className="hash">{hash}</code> },
        ]}
      />
      {amendment && (
        <section className="section" aria-labelledby="amendment">
          <SectionHead title="Why it was amended" id="amendment" />
          <p className="prose">{amendment.why}</p>
          <p><strong>{amendment.dataSeen ? "Data of this study had been seen before this amendment was written." : "No data of this study had been seen when this amendment was written."}</strong></p>
        </section>
      )}
      {change && (
        <section className="section" aria-labelledby="change">
          <SectionHead title={`What changed from version ${version - 1}`} id="change" />
          {change.parts.map(({ part, kind, title, lines }, at) => (
            <div key={at} className="plan-change">
              <p><strong>{`${planPartsSpec[part].title}, ${kind}: `}</strong>{title}</p>
              <ul>
                {lines.map(({ label, before, after }) => (
                  <li key={label}>
                    {`${label}: `}
                    {before && <del><span className="visually-hidden">was </span>{before}</del>} {after && <ins><span className="visually-hidden">is now </span>{after}</ins>}
                  </li>
                ))}
              </ul>
            </div>
          ))}
          {(change.text.changes.length > 0 || change.parts.length === 0) && <RedlineReadings changes={change.text} />}
        </section>
      )}
      {partNames.filter((part) => parts[part].length > 0).map((part) => (
        <section key={part} className="section" aria-labelledby={part}>
          <SectionHead title={planPartsSpec[part].title} id={part} />
          <PlanPart part={part} rows={parts[part]} names={names} />
        </section>
      ))}
      {definitions.length > 0 && (
        <section className="section" aria-labelledby="definitions">
          <SectionHead title="Measures as they were defined" id="definitions" />
          <Table
            stacks
            caption="Measures as they were defined"
            hideCaption
            rows={definitions}
            rowKey={({ measureId }) => measureId}
            columns={[
              { title: "Measure", heading: true, cell: ({ name, version: number }) => `${name}, version ${number}` },
              { title: "Numerator", cell: ({ numerator }) => numerator },
              { title: "Denominator", cell: ({ denominator }) => denominator || "None: a count" },
              { title: "Left out", cell: ({ exclusions }) => exclusions || "Nothing is named" },
              { title: "Source", cell: ({ source }) => source || "Named in the plan" },
            ]}
          />
        </section>
      )}
      <section className="section" aria-label="Text">
        <DocumentText content={content} frozen />
      </section>
      <section className="section" aria-labelledby="contributors">
        <SectionHead title="Who works on it" id="contributors" />
        <Contributors contributors={contributors} />
      </section>
    </article>
  );
}
