import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { concernList } from "~/queries/concerns/concern-pages.server";
import { ButtonLink } from "~/ui/button";
import { Day } from "~/ui/dates";
import { EmptyState } from "~/ui/empty-state";
import { PageHead } from "~/ui/page-head";
import { ProgramNav } from "~/ui/program-nav";

export const meta: MetaFunction = () => [{ title: "Concerns - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  return found(await concernList(await personOf(request), null), request);
}

export default function Concerns() {
  const { concerns } = useLoaderData<typeof loader>();
  const box = <ButtonLink look="secondary" href="/concerns/new">The box itself</ButtonLink>;
  return (
    <>
      <ProgramNav current="/concerns" />
      <PageHead title="Concerns" lead="What somebody told the program without a name. Two people of different groups read each one and answer it." actions={concerns.length > 0 ? box : undefined} />
      {concerns.length === 0 ? (
        <EmptyState title="The box is empty." step={box}>
          <p>Officers, peers and families can say here what they would not say with their name. Give them the address of the box.</p>
        </EmptyState>
      ) : (
        <ul className="lines" role="list">
          {concerns.map(({ id, body, week, state, readings }) => (
            <li key={id} className="needs-line">
              <div>
                <p className="needs-what">
                  <a href={`/concerns/${id}`}>{body.length > 120 ? `${body.slice(0, 120)}…` : body}</a>
                </p>
                <p className="needs-why">{state === "settled" ? "Answered" : readings === 0 ? "Nobody has read it yet" : "Waits for somebody of another group"}</p>
                <p className="quiet small">
                  {"Week of "}
                  <Day at={week} timeZone="UTC" />
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
