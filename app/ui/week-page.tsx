import { textIsFrozen } from "~/domain/drafting/frozen";
import type { CurriculumRule, Minimum } from "~/domain/training/curriculum-check";
import type { Module } from "~/domain/training/module-facts";
import { ButtonLink } from "./button";
import { CurriculumStanding } from "./curriculum-standing";
import { PageHead } from "./page-head";
import { LoweredMinimums } from "./week-changes";
import { WeekGrid } from "./week-grid";

export type WeekPageProps = {
  draft: { id: string; frozen: boolean };
  document: { id: string; number: string; title: string };
  proposal: { id: string; number: number; title: string } | null;
  rule: CurriculumRule;
  modules: Module[];
  check: { total: number; sentences: string[] };
  lowered: (Minimum & { from: number; to: number })[];
  mayWrite: boolean;
};

/** A working week: every module leads to the form that moves it. What it sums to and what is missing stands above. */
export function WeekPage({ draft, document, proposal, rule, modules, check, lowered, mayWrite }: WeekPageProps) {
  const home = proposal ? { href: `/proposals/${proposal.id}`, words: `Proposal ${proposal.number}: ${proposal.title}` } : { href: `/training/curricula/${document.id}`, words: `${document.number}, ${document.title}` };
  return (
    <>
      <PageHead
        title={proposal ? `The week of proposal ${proposal.number}` : document.title}
        above={<a href={home.href}>{home.words}</a>}
        lead={mayWrite ? "Choose a module to move it, to give it more or fewer hours, or to say who teaches it. Everybody who has the text open sees the change." : draft.frozen ? textIsFrozen : "You may read this week but not change it."}
        actions={
          mayWrite && (
            <>
              <ButtonLink href={`/training/weeks/${draft.id}/modules/new`}>Add a module</ButtonLink>
              <ButtonLink look="secondary" href={proposal ? `/proposals/${proposal.id}/draft` : `/documents/${document.id}/draft`}>Write in the text</ButtonLink>
            </>
          )
        }
      />
      <CurriculumStanding check={check} rule={rule} />
      <LoweredMinimums lowered={lowered} />
      <WeekGrid modules={modules} href={mayWrite ? ({ id }) => `/training/weeks/${draft.id}/modules/${id}` : undefined} />
    </>
  );
}
