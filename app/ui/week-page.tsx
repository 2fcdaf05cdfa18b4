import { textIsFrozen } from "~/domain/drafting/frozen";
import { spanInWords, type CurriculumRule, type Minimum } from "~/domain/training/curriculum-check";
import type { Module } from "~/domain/training/module-facts";
import { ButtonLink } from "./button";
import { CurriculumStanding } from "./curriculum-standing";
import { ErrorSummary } from "./error-summary";
import { useNonce } from "./nonce";
import { PageHead } from "./page-head";
import { errorsOf, type RefusedForm } from "./refused-form";
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
  /** The module that was moved to come here. */
  moved: string | null;
  refused?: RefusedForm;
};

/** A working week: each module has its moves and leads to the form of its facts. What the week sums to and what is missing stays in view above. */
export function WeekPage({ draft, document, proposal, rule, modules, check, lowered, mayWrite, moved, refused }: WeekPageProps) {
  const nonce = useNonce();
  const home = proposal ? { href: `/proposals/${proposal.id}`, words: `Proposal ${proposal.number}: ${proposal.title}` } : { href: `/training/curricula/${document.id}`, words: `${document.number}, ${document.title}` };
  const justMoved = modules.find(({ id }) => id === moved);
  return (
    <>
      <PageHead
        title={proposal ? `The week of proposal ${proposal.number}` : document.title}
        above={<a href={home.href}>{home.words}</a>}
        lead={mayWrite ? "Move a module with its buttons, or drag it with the mouse. Its title leads to its hours and who teaches it. Everybody who has the text open sees the change." : draft.frozen ? textIsFrozen : "You may read this week but not change it."}
        actions={
          mayWrite && (
            <>
              <ButtonLink href={`/training/weeks/${draft.id}/modules/new`}>Add a module</ButtonLink>
              <ButtonLink look="secondary" href={proposal ? `/proposals/${proposal.id}/draft` : `/documents/${document.id}/draft`}>Write in the text</ButtonLink>
            </>
          )
        }
      />
      <ErrorSummary errors={errorsOf(refused)} />
      <div className={mayWrite ? "week-standing" : undefined} role="region" aria-label="What the week sums to" tabIndex={mayWrite ? 0 : undefined}>
        {justMoved && (
          <p role="status">
            “<a href={`#module-${justMoved.id}`}>{justMoved.title}</a>” {justMoved.slot ? `is now on ${justMoved.slot.day}, ${spanInWords(justMoved)}.` : "has no place in the week now."}
          </p>
        )}
        <CurriculumStanding check={check} rule={rule} />
        <LoweredMinimums lowered={lowered} />
      </div>
      <WeekGrid modules={modules} href={mayWrite ? ({ id }) => `/training/weeks/${draft.id}/modules/${id}` : undefined} move={mayWrite ? { action: ({ id }) => `/training/weeks/${draft.id}/places/${id}`, moved } : undefined} />
      {mayWrite && <script src="/drag-modules.js" type="module" nonce={nonce} />}
    </>
  );
}
