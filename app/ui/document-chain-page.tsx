import type { ReactNode } from "react";
import type { ChainReach } from "~/domain/training/gaps";
import { PageHead, SectionHead } from "./page-head";
import { Table } from "./table";
import { Thread } from "./thread";

type Named = { id: string; number: string; title: string };

export type DocumentChainProps = {
  document: { id: string; number: string; title: string; edition: number | null };
  clauses: readonly (Named & { duty: boolean; taughtIn: readonly { curriculumId: string; moduleId: string; words: string }[]; scenarios: readonly { id: string; title: string }[]; measures: readonly { id: string; name: string }[]; findings: readonly { number: number; question: string }[] })[];
  reach: ChainReach;
  untaught: readonly Named[];
  unmeasured: readonly Named[];
  idleModules: readonly { id: string; title: string; curriculumId: string; curriculum: string }[];
  idleMeasures: readonly { id: string; name: string }[];
};

/** The whole chain of a policy, clause by clause, and what is missing in it. */
export function DocumentChainPage({ document, clauses, reach, untaught, unmeasured, idleModules, idleMeasures }: DocumentChainProps) {
  const thread = ({ id }: { id: string }) => `/documents/${document.id}/clauses/${encodeURIComponent(id)}`;
  return (
    <article>
      <PageHead
        title="From clause to measure"
        above={<a href={`/documents/${document.id}`}>{`${document.number}, ${document.title}`}</a>}
        lead={`What teaches, practises and measures each clause of ${document.edition ? `edition ${document.edition}` : "the draft"}. A clause lays a duty on somebody when it says “shall” or “must”.`}
      />
      <Picture edition={document.edition} reach={reach} />
      <section className="section" aria-labelledby="chain">
        <SectionHead id="chain" title="Clause by clause" />
        <Table
          caption="Clause by clause"
          hideCaption
          stacks
          rows={clauses}
          rowKey={({ id }) => id}
          columns={[
            { title: "Clause", heading: true, cell: (clause) => <a href={thread(clause)}>{`${clause.number} ${clause.title}`.trim()}</a> },
            { title: "Duty", cell: ({ duty }) => (duty ? "Yes" : "") },
            { title: "Taught by", cell: ({ taughtIn, duty }) => <Links gap={duty} links={taughtIn.map(({ curriculumId, moduleId, words }) => ({ key: `${curriculumId} ${moduleId}`, href: `/training/curricula/${curriculumId}#module-${moduleId}`, words }))} /> },
            { title: "Practised in", cell: ({ scenarios }) => <Links gap={false} links={scenarios.map(({ id, title }) => ({ key: id, href: `/training/scenarios/${id}`, words: title }))} /> },
            { title: "Measured by", cell: ({ measures, duty }) => <Links gap={duty} links={measures.map(({ id, name }) => ({ key: id, href: `/evaluation/measures/${id}`, words: name }))} /> },
            { title: "Found", cell: ({ findings }) => <Links gap={false} links={findings.map(({ number, question }) => ({ key: String(number), href: `/library/findings/${number}`, words: question }))} /> },
          ]}
        />
      </section>
      <Gap id="untaught" title="Duties that nothing teaches" empty="Every duty of this text is taught.">
        {untaught.map((clause) => ({ key: clause.id, href: thread(clause), words: `${clause.number} ${clause.title}`.trim() }))}
      </Gap>
      <Gap id="unmeasured" title="Duties that nothing measures" empty="Every duty of this text is measured.">
        {unmeasured.map((clause) => ({ key: clause.id, href: thread(clause), words: `${clause.number} ${clause.title}`.trim() }))}
      </Gap>
      <Gap id="idle-modules" title="Modules of the program without a clause" empty="Every module in force teaches a clause.">
        {idleModules.map(({ id, title, curriculumId, curriculum }) => ({ key: `${curriculumId} ${id}`, href: `/training/curricula/${curriculumId}#module-${id}`, words: `${curriculum}, ${title}` }))}
      </Gap>
      <Gap id="idle-measures" title="Measures of the program without a plan" empty="Every measure is in an evaluation plan.">
        {idleMeasures.map(({ id, name }) => ({ key: id, href: `/evaluation/measures/${id}`, words: name }))}
      </Gap>
    </article>
  );
}

/** The chain of the whole text as one thread: it stands where a duty is not reached any more. */
function Picture({ edition, reach: { duties, taught, practised, measured, found } }: { edition: number | null; reach: ChainReach }) {
  if (duties === 0) return <p className="quiet">No clause of this text lays a duty on anybody.</p>;
  const inForce = { name: "in force", note: edition ? `edition ${edition}, ${duties} ${duties === 1 ? "duty" : "duties"}` : `a draft, ${duties} ${duties === 1 ? "duty" : "duties"}` };
  const links = [
    { name: "taught", count: taught, why: "no module teaches" },
    { name: "practised", count: practised, why: "no scenario practises" },
    { name: "measured", count: measured, why: "no measure tests" },
    { name: "found", count: found, why: "no published finding speaks of" },
  ];
  const gap = links.find(({ count }) => count < duties);
  return <Thread stations={[inForce, ...links.map(({ name, count }) => ({ name, note: `${count} of ${duties} duties` }))]} current={gap?.name ?? "found"} stopped={gap && { station: gap.name, why: `There ${duties - gap.count === 1 ? "is 1 duty" : `are ${duties - gap.count} duties`} that ${gap.why}.` }} />;
}

type Link = { key: string; href: string; words: string };

function Links({ links, gap }: { links: readonly Link[]; gap: boolean }): ReactNode {
  if (links.length === 0) return gap ? <strong className="overdue">Nothing yet</strong> : <span className="quiet">Nothing yet</span>;
  return (
    <ul className="plain-list">
      {links.map(({ key, href, words }) => (
        <li key={key}>
          <a href={href}>{words}</a>
        </li>
      ))}
    </ul>
  );
}

function Gap({ id, title, empty, children }: { id: string; title: string; empty: string; children: readonly Link[] }) {
  return (
    <section className="section" aria-labelledby={id}>
      <SectionHead id={id} title={children.length > 0 ? `${title} (${children.length})` : title} />
      {children.length === 0 ? (
        <p className="quiet">{empty}</p>
      ) : (
        <ul>
          {children.map(({ key, href, words }) => (
            <li key={key}>
              <a href={href}>{words}</a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
