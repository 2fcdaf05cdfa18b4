import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { kindNames } from "~/domain/voting/kinds";
import { closeOverdue } from "~/commands/voting/close-overdue.server";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { ballotList } from "~/queries/voting/ballot-list.server";
import { ButtonLink } from "~/ui/button";
import { When } from "~/ui/dates";
import { EmptyState } from "~/ui/empty-state";
import { PageHead } from "~/ui/page-head";
import { ProgramNav } from "~/ui/program-nav";

export const meta: MetaFunction = () => [{ title: "Ballots - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await personOf(request);
  const before = Date.parse(new URL(request.url).searchParams.get("before") ?? "");
  await closeOverdue();
  return found(await ballotList(actor, { before: Number.isNaN(before) ? null : new Date(before) }));
}

export default function Ballots() {
  const { ballots, older, timeZone, now, may } = useLoaderData<typeof loader>();
  const ask = may.open ? <ButtonLink href="/ballots/new">Ask a question</ButtonLink> : undefined;
  return (
    <>
      <ProgramNav current="/ballots" />
      <PageHead title="Ballots" lead="Questions to the members: elections, preferences, meeting times and where people stand. Changes of a policy are voted on with their proposal." actions={ballots.length > 0 ? ask : undefined} />
      {ballots.length === 0 ? (
        <EmptyState title="No question has been asked yet." step={ask}>
          <p>Ask which option members prefer, when they can meet, or where they stand, before anybody drafts.</p>
        </EmptyState>
      ) : (
        <ul className="lines" role="list">
          {ballots.map(({ id, question, kind, secret, open, closesAt, outcome, waits }) => (
            <li key={id} className="needs-line">
              <div>
                <p className="needs-what">
                  <a href={`/ballots/${id}`}>{question}</a>
                </p>
                <p className="needs-why">{`${kindNames[kind]}${secret ? ", secret" : ""}`}</p>
                {outcome && <p>{outcome}</p>}
                <p className="quiet small">
                  {open ? "Open until " : "Closed "}
                  <When at={closesAt} timeZone={timeZone} now={now} />
                </p>
              </div>
              {waits && <ButtonLink look="secondary" href={`/ballots/${id}#ballot`}>Vote</ButtonLink>}
            </li>
          ))}
        </ul>
      )}
      {older && (
        <p>
          <a href={`/ballots?before=${encodeURIComponent(new Date(older).toISOString())}`}>Older ballots</a>
        </p>
      )}
    </>
  );
}
