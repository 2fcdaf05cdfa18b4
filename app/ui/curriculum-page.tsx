import { hoursInWords } from "~/domain/training/hours";
import { stepsInWords } from "~/domain/training/decision-model";
import { curriculumStarts } from "~/domain/training/curriculum-kinds";
import type { CurriculumKind } from "~/domain/training/curriculum-kinds";
import type { CurriculumRule } from "~/domain/training/curriculum-check";
import type { Module } from "~/domain/training/module-facts";
import { Button, ButtonLink } from "./button";
import { CurriculumStanding, Minimums } from "./curriculum-standing";
import { ErrorSummary } from "./error-summary";
import { Select } from "./field";
import { PageHead, SectionHead } from "./page-head";
import { errorAt, errorsOf, typed, type RefusedForm } from "./refused-form";
import { Table } from "./table";
import { WeekGrid } from "./week-grid";

export type CurriculumPageProps = {
  document: { id: string; number: string; title: string; edition: number | null };
  kind: CurriculumKind;
  draftId: string | null;
  proposals: { id: string; number: number; title: string; draftId: string }[];
  rule: CurriculumRule;
  modules: Module[];
  check: { total: number; sentences: string[] };
  links: { moduleId: string; clauseId: string; documentId: string; words: string }[];
  clauses: { value: string; label: string }[];
  may: { link: boolean; rule: boolean; plan: boolean; write: boolean; propose: boolean };
  refused?: RefusedForm;
};

/** One curriculum: its week, what it owes, its modules and the clauses that they teach. */
export function CurriculumPage({ document, kind, draftId, proposals, rule, modules, check, links, clauses, may, refused }: CurriculumPageProps) {
  return (
    <>
      <PageHead
        title={document.title}
        above={<a href="/training">Training</a>}
        lead={`${curriculumStarts[kind].name}, ${document.number}. ${document.edition ? `Edition ${document.edition}.` : "A draft, not in force yet."} The modules it began with are a starting point to change, not a standard.`}
        actions={
          <>
            {draftId && may.write && <ButtonLink href={`/training/weeks/${draftId}`}>Arrange the week</ButtonLink>}
            {may.propose && <ButtonLink href={`/proposals/new?document=${document.id}`}>Propose a change</ButtonLink>}
            <ButtonLink look="secondary" href={`/documents/${document.id}`}>Read it as a text</ButtonLink>
          </>
        }
      />
      <CurriculumStanding check={check} rule={rule} />
      {proposals.length > 0 && (
        <section aria-labelledby="open-proposals">
          <SectionHead id="open-proposals" title="Open proposals" />
          <ul>
            {proposals.map((proposal) => (
              <li key={proposal.id}>
                <a href={`/proposals/${proposal.id}`}>{`Proposal ${proposal.number}: ${proposal.title}`}</a>, <a href={`/training/weeks/${proposal.draftId}`}>its week</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="week">
        <SectionHead id="week" title="The week" />
        <WeekGrid modules={modules} href={({ id }) => `#module-${id}`} />
      </section>
      <section aria-labelledby="modules" className="curriculum-modules">
        <SectionHead id="modules" title="Modules and the clauses they teach" />
        <Table
          stacks
          caption="Modules and the clauses they teach"
          hideCaption
          rows={modules}
          rowKey={({ id }) => id}
          columns={[
            { title: "Module", heading: true, cell: ({ id, number, title }) => <span id={`module-${id}`}>{`${number} ${title}`}</span> },
            { title: "Hours", number: true, cell: ({ minutes }) => hoursInWords(minutes) },
            { title: "How and by whom", cell: ({ method, taughtBy }) => [method, taughtBy].filter(Boolean).join(", ") },
            { title: "Model", cell: ({ steps }) => (steps.length > 0 ? stepsInWords(steps) : "") },
            { title: "Teaches", cell: ({ id }) => <Taught links={links.filter(({ moduleId }) => moduleId === id)} curriculumId={document.id} mayLink={may.link} /> },
          ]}
        />
        {may.link && modules.length > 0 && (
          <form method="post" action={`/training/curricula/${document.id}/links`} className="form" noValidate>
            <h3>Link a module to a clause</h3>
            <ErrorSummary errors={errorsOf(refused)} />
            <Select label="Module" name="moduleId" required defaultValue={typed(refused, "moduleId")} error={errorAt(refused, "moduleId")} options={modules.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))} />
            <Select label="Clause" name="clause" required defaultValue={typed(refused, "clause")} error={errorAt(refused, "clause")} options={[{ value: "", label: "Choose a clause" }, ...clauses]} />
            <Button>Link them</Button>
          </form>
        )}
      </section>
      <section aria-labelledby="owes">
        <SectionHead id="owes" title="What it owes" more={may.rule && <a href={`/training/curricula/${document.id}/rule`}>Change what it owes</a>} />
        <p>Required topics: {rule.topics.join(", ") || "none"}.</p>
        <Minimums rule={rule} />
      </section>
    </>
  );
}

function Taught({ links, curriculumId, mayLink }: { links: CurriculumPageProps["links"]; curriculumId: string; mayLink: boolean }) {
  if (links.length === 0) return <span className="quiet">No clause yet</span>;
  return (
    <ul className="plain-list">
      {links.map(({ moduleId, clauseId, documentId, words }) => (
        <li key={`${documentId}/${clauseId}`}>
          <a href={`/documents/${documentId}/clauses/${clauseId}`}>{words}</a>
          {mayLink && (
            <form method="post" action={`/training/curricula/${curriculumId}/links/removal`} className="in-line">
              <input type="hidden" name="moduleId" value={moduleId} />
              <input type="hidden" name="clause" value={`${documentId}/${clauseId}`} />
              <Button look="quiet" aria-label={`Take the link to ${words} away`}>Take away</Button>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}
