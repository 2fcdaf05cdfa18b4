import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { stepNames, waveNames } from "~/domain/evaluation/survey";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { surveyPage } from "~/queries/surveys/survey-pages.server";
import { ButtonLink } from "~/ui/button";
import { Day } from "~/ui/dates";
import { PageHead, SectionHead } from "~/ui/page-head";
import { RetentionTables } from "~/ui/retention-table";
import { Table } from "~/ui/table";

export const meta: MetaFunction = () => [{ title: "Survey - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await surveyPage(await personOf(request), { instrumentId: params.instrumentId ?? "" }), request);
}

export default function OneSurvey() {
  const { instrument, items, waves, retention, reliability, today, mayWrite } = useLoaderData<typeof loader>();
  const path = `/evaluation/surveys/${instrument.id}`;
  return (
    <>
      <PageHead
        title={instrument.title}
        above={<a href="/evaluation/surveys">Surveys</a>}
        lead={instrument.purpose}
        actions={mayWrite && <><ButtonLink look="secondary" href={`${path}/items`}>Add an item</ButtonLink>{items.length > 0 && <ButtonLink look="secondary" href={`${path}/waves`}>Open a wave</ButtonLink>}</>}
      />
      {retention.length > 0 && (
        <section className="section" aria-labelledby="retention">
          <SectionHead title="What was kept" id="retention" />
          <p className="quiet prose">Shares of right answers. A wave shows once it has closed. Where fewer than five answers were right, or wrong, the share is not shown, nor another from which it could be told.</p>
          <RetentionTables waves={retention} />
        </section>
      )}
      {reliability && (
        <section className="section" aria-labelledby="reliability">
          <SectionHead title="Does the scale measure one thing?" id="reliability" />
          {"refused" in reliability ? (
            <p>{reliability.refused}</p>
          ) : (
            <>
              <p className="prose">{reliability.analysis.reading}</p>
              <ul className="assumptions">{reliability.analysis.assumptions.map(({ id, sentence }) => <li key={`${id}${sentence}`}>{sentence}</li>)}</ul>
            </>
          )}
        </section>
      )}
      <section className="section" aria-labelledby="waves">
        <SectionHead title="Waves" id="waves" />
        {waves.length === 0 && <p className="quiet">No wave is set yet.</p>}
        <ul className="plain" role="list">
          {waves.map(({ id, cohort, kind, opensOn, closesOn }) => (
            <li key={id}>
              {`${cohort}, ${waveNames[kind].toLowerCase()}: `}
              <Day at={opensOn} timeZone="UTC" />{" to "}<Day at={closesOn} timeZone="UTC" />
              {today >= opensOn && today <= closesOn && <>{". "}<a href={`/surveys/${id}`}>The sheet for officers</a></>}
            </li>
          ))}
        </ul>
      </section>
      <section className="section" aria-labelledby="items">
        <SectionHead title="Items" id="items" />
        {items.length === 0 ? <p className="quiet">No item yet.</p> : (
          <Table caption="Items as they are worded now" hideCaption stacks rows={items} rowKey={({ id }) => id} columns={[
            { title: "Number", cell: ({ number, version }) => (version > 1 ? `${number}, version ${version}` : number) },
            { title: "Question", heading: true, cell: ({ prompt }) => prompt },
            { title: "Kind", cell: ({ kind }) => (kind === "scale" ? "Scale" : "Knowledge") },
            { title: "Step", cell: ({ step }) => (step ? stepNames[step] : "None") },
          ]} />
        )}
      </section>
    </>
  );
}
