import { periodInWords } from "~/domain/evaluation/periods";
import type { StepCount } from "~/domain/training/debrief";
import { ButtonLink } from "./button";
import { Said } from "./debriefs-page";
import { EmptyState } from "./empty-state";
import { PageHead, SectionHead } from "./page-head";

export type RollCallPageProps = {
  organization: string;
  months: readonly string[];
  debriefs: number;
  weakest: StepCount | null;
  said: readonly { id: string; practise: string }[];
  scenarios: readonly { id: string; title: string; tags: readonly string[] }[];
};

/** What to practise at roll call, to be printed. */
export function RollCallPage({ organization, months, debriefs, weakest, said, scenarios }: RollCallPageProps) {
  const span = [months.at(-1), months[0]].flatMap((month) => (month ? [periodInWords(month, "monthly")] : [])).join(" to ");
  return (
    <article>
      <PageHead title="Roll-call pack" above={<a href="/training/debriefs">Debriefs</a>} lead={`${organization}, from ${debriefs === 1 ? "one debrief" : `${debriefs} debriefs`} of ${span}.`} />
      {!weakest ? (
        <EmptyState title="Nothing to practise was written down." step={<ButtonLink href="/training/debriefs/new">Write a debrief</ButtonLink>}>
          <p>The pack is made from the step that supervisors most often mark “To practise”.</p>
        </EmptyState>
      ) : (
        <>
          <section className="section" aria-labelledby="step">
            <SectionHead id="step" title={`Step ${weakest.step}: ${weakest.name}`} />
            <p className="prose">{`Marked “To practise” in ${weakest.practise} of the ${weakest.practise + weakest.well} debriefs that saw it. These are supervisors' impressions, not a test.`}</p>
            <Said title="What to practise" lines={said.map(({ id, practise }) => ({ id, words: practise }))} />
          </section>
          <section className="section" aria-labelledby="scenarios">
            <SectionHead id="scenarios" title="Scenarios that exercise this step" />
            {scenarios.length === 0 ? (
              <p className="quiet">The library has none yet. <a href="/training/scenarios/new">Write one.</a></p>
            ) : (
              <ul>
                {scenarios.map(({ id, title, tags }) => (
                  <li key={id}>
                    <a href={`/training/scenarios/${id}`}>{title}</a>
                    {tags.length > 0 && `, ${tags.join(", ").toLowerCase()}`}
                  </li>
                ))}
              </ul>
            )}
          </section>
        </>
      )}
    </article>
  );
}
