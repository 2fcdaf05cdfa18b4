import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { surveyList } from "~/queries/surveys/survey-pages.server";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHead } from "~/ui/page-head";

export const meta: MetaFunction = () => [{ title: "Surveys - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  return found(await surveyList(await personOf(request), null), request);
}

export default function Surveys() {
  const { instruments, mayWrite } = useLoaderData<typeof loader>();
  const step = mayWrite ? <ButtonLink href="/evaluation/surveys/new">Begin a survey</ButtonLink> : undefined;
  return (
    <>
      <PageHead title="Surveys" above={<a href="/evaluation">Evaluation</a>} lead="What officers know and think, before the training and for two years after it. They answer under a code of their own; no name is kept." actions={instruments.length > 0 && step} />
      {instruments.length === 0 && <EmptyState title="No survey yet." step={step} />}
      <ul className="lines index" role="list">
        {instruments.map(({ id, title, purpose, _count }) => (
          <li key={id} className="needs-line">
            <div>
              <p className="needs-what"><a href={`/evaluation/surveys/${id}`}>{title}</a></p>
              <p className="needs-why">{`${_count.waves === 1 ? "1 wave" : `${_count.waves} waves`}. ${purpose}`}</p>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
