import type { Became } from "~/domain/library/recommendation";
import type { Tally } from "~/domain/voting/tally";
import type { Redline } from "~/editor/redline";
import { When } from "./dates";
import type { GroupFace } from "./group-mark";
import { KeyFacts } from "./key-facts";
import { AgencyAnswers, type AgencyAnswer } from "./agency-answers";
import { LibraryFoot } from "./library-foot";
import { PageHead, SectionHead } from "./page-head";
import { RedlineReadings } from "./redline-view";
import { TallyView } from "./tally";

type Moment = Date | string;

export type RecommendationPageProps = {
  now: Moment;
  recommendation: { number: number; title: string; why: string; affected: string; evidence: string; cost: string; trainingImpact: string; author: { name: string; organization: { name: string } }; program: { timeZone: string } };
  document: { number: string; title: string; baseEdition: number };
  round: { closedAt: Moment | null; hash: string; charter: number };
  became: Became;
  edition: number | null;
  decisions: readonly AgencyAnswer[];
  tally: Tally | null;
  faces: Record<string, GroupFace>;
  redline: Redline;
};

/** What became of one recommendation, for everybody: the outcome first, then how it came about. */
export function RecommendationPage({ now, recommendation, document, round, became, edition, decisions, tally, faces, redline }: RecommendationPageProps) {
  const { timeZone } = recommendation.program;
  const policy = `/library/${document.number}`;
  return (
    <article>
      <PageHead title={recommendation.title} above={<a href="/library/recommendations">What became of it</a>} lead={`Recommendation ${recommendation.number} on ${document.number} ${document.title}, by ${recommendation.author.name}, ${recommendation.author.organization.name}`} />
      <p className={became.overdue ? "outcome became overdue" : "outcome became"}>{became.words}</p>
      <KeyFacts
        facts={[
          { term: "Why", fact: <span className="said">{recommendation.why}</span> },
          { term: "Who is affected", fact: <span className="said">{recommendation.affected}</span> },
          ...[
            { term: "Evidence", said: recommendation.evidence },
            { term: "Cost", said: recommendation.cost },
            { term: "Effect on training", said: recommendation.trainingImpact },
          ].flatMap(({ term, said }) => (said ? [{ term, fact: <span className="said">{said}</span> }] : [])),
          ...(round.closedAt ? [{ term: "Vote closed", fact: <When at={round.closedAt} timeZone={timeZone} /> }] : []),
          { term: "Counted under", fact: `Charter version ${round.charter}` },
          { term: "Edition", fact: edition === null ? "None came of it so far." : <a href={`${policy}/editions/${edition}`}>{`Edition ${edition} of ${document.number}`}</a> },
        ]}
      />
      <section className="section" aria-labelledby="votes">
        <SectionHead title="Votes by group" id="votes" />
        {tally && <TallyView tally={tally} faces={faces} />}
      </section>
      <section className="section" aria-labelledby="answers">
        <SectionHead title="What each agency answered" id="answers" />
        {decisions.length > 0 ? <AgencyAnswers decisions={decisions} timeZone={timeZone} now={now} textPath={`${policy}/editions/${edition}?agency=`} /> : <p className="quiet">No agency was asked, because the groups did not carry it.</p>}
      </section>
      <section className="section" aria-labelledby="changes">
        <SectionHead title={`What it would change in edition ${document.baseEdition}`} id="changes" more={<a href={`${policy}/editions/${document.baseEdition}`}>{`Edition ${document.baseEdition}`}</a>} />
        <RedlineReadings changes={redline} />
        <p className="quiet small">
          SHA-256 of the text that was voted on: <code className="hash">{round.hash}</code>
        </p>
      </section>
      <LibraryFoot />
    </article>
  );
}
