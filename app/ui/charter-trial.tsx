import { CharterText } from "./charter-text";
import { SectionHead } from "./page-head";

type Trial = {
  sections: readonly { id: string; title: string; sentences: readonly string[] }[];
  said: string;
  differences: readonly { id: string; proposalId: string; number: number; title: string; was: string; wouldBe: string }[];
};

/** What rules that are only tried mean, and which past outcomes they would have changed. */
export function CharterTrial({ trial: { sections, said, differences } }: { trial: Trial }) {
  if (sections.length === 0) return null;
  return (
    <section className="section stack" aria-labelledby="trial">
      <SectionHead title="What these rules would have changed" id="trial" />
      <p className="outcome">{said}</p>
      {differences.length > 0 && (
        <ul className="lines" role="list">
          {differences.map(({ id, proposalId, number, title, was, wouldBe }) => (
            <li key={id} className="replay-line">
              <p>
                <a href={`/proposals/${proposalId}`}>{`${number}. ${title}`}</a>
              </p>
              <p>
                {was}. <strong>{`Under these rules: ${wouldBe}.`}</strong>
              </p>
            </li>
          ))}
        </ul>
      )}
      <p className="quiet">Nothing that was decided changes.</p>
      <details>
        <summary>The rules in words</summary>
        <CharterText sections={sections} />
      </details>
    </section>
  );
}
