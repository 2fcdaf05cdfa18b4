import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { releaseFindings } from "~/commands/findings/publish-finding.server";
import { findingStanding } from "~/domain/evaluation/finding-standing";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { findingList } from "~/queries/findings/finding-list.server";
import { ButtonLink } from "~/ui/button";
import { When } from "~/ui/dates";
import { EmptyState } from "~/ui/empty-state";
import { PageHead } from "~/ui/page-head";

export const meta: MetaFunction = () => [{ title: "Findings - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await personOf(request);
  await releaseFindings();
  return found(await findingList(actor, null), request);
}

export default function Findings() {
  const { findings, mayWrite, timeZone, now } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title="Findings" above={<a href="/evaluation">Evaluation</a>} lead="What was found, whichever way it points. The agencies read each finding before it comes out, and answer it; nobody holds it back." actions={mayWrite && findings.length > 0 && <ButtonLink href="/evaluation/findings/new">Begin a finding</ButtonLink>} />
      {findings.length === 0 && (
        <EmptyState title="No finding yet." step={mayWrite ? <ButtonLink href="/evaluation/findings/new">Begin a finding</ButtonLink> : undefined}>
          <p>A finding answers a question of a frozen plan.</p>
        </EmptyState>
      )}
      <ul className="lines index" role="list">
        {findings.map(({ id, number, state, question, answer, result, dialogueEndsAt, embargoUntil, unanswered }) => (
          <li key={id} className="needs-line">
            <div>
              <p className="needs-what"><a href={`/evaluation/findings/${id}`}>{`${number}. ${question}`}</a></p>
              {answer && <p>{answer}</p>}
              <p className="needs-why">
                {findingStanding(state, result)}
                {state === "dialogue" && dialogueEndsAt && <>{" until "}<When at={dialogueEndsAt} timeZone={timeZone} now={now} />{unanswered > 0 && `, ${unanswered} not answered`}</>}
                {state === "embargoed" && embargoUntil && <>{" until "}<When at={embargoUntil} timeZone={timeZone} now={now} /></>}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
