import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { lapsePlans } from "~/commands/evaluation/lapse-plans.server";
import { importStateNames } from "~/domain/evaluation/import-stages";
import { findingStanding } from "~/domain/evaluation/finding-standing";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { evaluationIndex } from "~/queries/evaluation/evaluation-index.server";
import { ButtonLink } from "~/ui/button";
import { When } from "~/ui/dates";
import { EmptyState } from "~/ui/empty-state";
import { PageHead, SectionHead } from "~/ui/page-head";
import { PlanList } from "~/ui/plan-list";

export const meta: MetaFunction = () => [{ title: "Evaluation - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await personOf(request);
  await lapsePlans();
  return found(await evaluationIndex(actor, null), request);
}

export default function Evaluation() {
  const { plans, measures, due, findings, imports, timeZone, now, may } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title="Evaluation"
        lead="What the program wants to know, how it will find out, and what it counts. A plan is frozen before anybody sees data, and published as it was frozen."
        actions={may.plan && plans.length > 0 && <ButtonLink href="/evaluation/plans/new">Start a plan</ButtonLink>}
      />
      <section className="section" aria-labelledby="plans">
        <SectionHead title="Plans" id="plans" />
        {plans.length > 0 ? (
          <PlanList plans={plans} timeZone={timeZone} />
        ) : (
          <EmptyState title="No evaluation plan yet." step={may.plan ? <ButtonLink href="/evaluation/plans/new">Start a plan</ButtonLink> : undefined}>
            <p>A plan says beforehand what is asked, what is counted and what change would matter. It is written together in fifteen sections, signed by all, and frozen.</p>
          </EmptyState>
        )}
      </section>
      <section className="section" aria-labelledby="findings">
        <SectionHead title="Findings" id="findings" more={<a href="/evaluation/findings">All findings</a>} />
        {findings.length > 0 && (
          <ul className="lines" role="list">
            {findings.map(({ id, number, state, question, answer, result }) => (
              <li key={id} className="needs-line">
                <div>
                  <p className="needs-what"><a href={`/evaluation/findings/${id}`}>{`${number}. ${question}`}</a></p>
                  {answer && <p>{answer}</p>}
                  <p className="needs-why">{findingStanding(state, result)}</p>
                </div>
              </li>
            ))}
          </ul>
        )}
        <p>What was found, whichever way it points, with the agencies' answers beside it. See also the <a href="/evaluation/surveys">surveys</a> and the <a href="/evaluation/studies">studies of the field</a>.</p>
      </section>
      <section className="section" aria-labelledby="measures">
        <SectionHead title="Measures" id="measures" more={<a href="/evaluation/measures">All measures</a>} />
        <p>
          {measures === 0 ? "No measure is defined yet. " : `${measures === 1 ? "1 measure is" : `${measures} measures are`} defined. `}
          {measures === 0 && may.measure && <a href="/evaluation/measures">Begin with the starting library</a>}
        </p>
      </section>
      <section className="section" aria-labelledby="data">
        <SectionHead title="Data" id="data" more={<a href="/evaluation/data">Agreements and imports</a>} />
        {due.length > 0 && (
          <>
            <h3>Due</h3>
            <ul className="plain" role="list">
              {due.slice(0, 12).map(({ id, name, period, more }) => (
                <li key={id}>
                  <a href={`/evaluation/measures/${id}`}>{name}</a>
                  {period === null ? ": no figure has come in yet, and a frozen plan needs it." : `: ${period} is over and has not come in${more === 0 ? "" : more === 1 ? ", nor the one after it" : `, nor the ${more} after it`}.`}
                </li>
              ))}
            </ul>
          </>
        )}
        {imports.length === 0 ? (
          <p className="quiet">No totals have come in yet. They come in under a data-sharing agreement.</p>
        ) : (
          <ul className="plain" role="list">
            {imports.map(({ id, number, fileName, state, stagedAt }) => (
              <li key={id}>
                <a href={`/evaluation/imports/${id}`}>{`Version ${number}: ${fileName}`}</a>
                {`, ${importStateNames[state].toLowerCase()}, `}
                <When at={stagedAt} timeZone={timeZone} now={now} />
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}
