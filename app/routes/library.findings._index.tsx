import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { releaseFindings } from "~/commands/findings/publish-finding.server";
import { anyone } from "~/domain/access/may";
import { resultNames, resultTypes } from "~/domain/evaluation/finding";
import { found } from "~/http/answer.server";
import { publicFindingIndex } from "~/queries/findings/public-findings.server";
import { Day } from "~/ui/dates";
import { EmptyState } from "~/ui/empty-state";
import { PageHead } from "~/ui/page-head";

export const handle = { published: true };
export const meta: MetaFunction = () => [{ title: "Findings - Concord" }, { name: "description", content: "What the program found: benefit, no detectable change and harm, each with its numbers and limits." }];

export async function loader({ request }: LoaderFunctionArgs) {
  await releaseFindings();
  return found(await publicFindingIndex(anyone, { result: new URL(request.url).searchParams.get("result") ?? "" }));
}

export default function PublicFindings() {
  const { findings, wanted } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title="Findings" above={<a href="/library">Library</a>} lead="What was found, with the number it rests on, its interval and its limits. Benefit, no detectable change and harm stand in one list." />
      <nav aria-label="Show" className="row">
        {[null, ...resultTypes].map((result) => (
          <a key={result ?? "all"} href={result ? `/library/findings?result=${result}` : "/library/findings"} aria-current={wanted === result ? "page" : undefined}>
            {result ? resultNames[result] : "All results"}
          </a>
        ))}
        <a href="/library/evidence">Studies of the field</a>
      </nav>
      {findings.length === 0 && <EmptyState title={wanted ? "No finding has this result." : "No finding is published yet."} />}
      <ul className="lines index" role="list">
        {findings.map(({ number, version, standing, publishedAt, timeZone, question, answer, result, n, disagreed }) => (
          <li key={number} className="needs-line">
            <div>
              <p className="needs-what"><a href={`/library/findings/${number}`}>{question}</a></p>
              {standing === "retracted" ? <p><strong>Retracted.</strong></p> : <p>{answer}</p>}
              <p className="needs-why">
                {standing === "retracted" ? "" : `${resultNames[result]}. Rests on ${n}. `}
                {`Number ${number}, version ${version}, `}
                <Day at={publishedAt} timeZone={timeZone} />
                {disagreed && ". An agency disagrees."}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
