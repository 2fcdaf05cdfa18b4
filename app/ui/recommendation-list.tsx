import { recommendationFilterNames, recommendationFilters, type Became, type RecommendationFilter } from "~/domain/library/recommendation";
import { Button } from "./button";
import { Day } from "./dates";
import { EmptyState } from "./empty-state";
import { Select } from "./field";
import { LibraryFoot } from "./library-foot";
import { PageHead } from "./page-head";

type Moment = Date | string;

export type RecommendationListProps = {
  recommendations: readonly { number: number; title: string; document: { number: string; title: string; topic: string }; closedAt: Moment | null; timeZone: string; became: Became }[];
  choices: { topics: readonly string[]; agencies: readonly { id: string; name: string }[] };
  asked: { filter: RecommendationFilter; topic: string; agencyId: string };
  more: boolean;
};

/** Every recommendation that the groups voted on, and what became of it. */
export function RecommendationList({ recommendations, choices, asked, more }: RecommendationListProps) {
  const { filter, topic, agencyId } = asked;
  const last = recommendations.at(-1);
  const older = new URLSearchParams({ outcome: filter, topic, agency: agencyId, before: String(last?.number ?? 0) });
  return (
    <>
      <PageHead title="What became of it" above={<a href="/library">Library</a>} lead="Every change that was put to the vote of the groups: how they voted, and what the head of each agency answered." />
      <form method="get" className="row filters">
        <Select label="Outcome" name="outcome" required defaultValue={filter} options={recommendationFilters.map((value) => ({ value, label: recommendationFilterNames[value] }))} />
        <Select label="Topic" name="topic" required defaultValue={topic} options={[{ value: "", label: "Any topic" }, ...choices.topics.map((value) => ({ value, label: value }))]} />
        <Select label="Agency" name="agency" required defaultValue={agencyId} options={[{ value: "", label: "Any agency" }, ...choices.agencies.map(({ id, name }) => ({ value: id, label: name }))]} />
        <Button look="secondary">Show</Button>
      </form>
      {recommendations.length === 0 ? (
        <EmptyState title="No recommendation fits." step={<a href="/library/recommendations">Show all</a>}>
          <p>A recommendation stands here once the vote on it has closed.</p>
        </EmptyState>
      ) : (
        <ul className="lines index" role="list">
          {recommendations.map((one) => (
            <li key={one.number} className="needs-line">
              <div>
                <p className="needs-what">
                  <a href={`/library/recommendations/${one.number}`}>{`${one.number}. ${one.title}`}</a>
                </p>
                <p className={one.became.overdue ? "overdue" : undefined}>{one.became.words}</p>
                <p className="needs-why">
                  {`${one.document.number} ${one.document.title}`}
                  {one.closedAt && <>, voted <Day at={one.closedAt} timeZone={one.timeZone} /></>}
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
      {more && <p><a href={`/library/recommendations?${older}`}>Older recommendations</a></p>}
      <LibraryFoot />
    </>
  );
}
