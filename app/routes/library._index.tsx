import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { anyone } from "~/domain/access/may";
import { found } from "~/http/answer.server";
import { libraryIndex } from "~/queries/library/library-index.server";
import { Button } from "~/ui/button";
import { Day, When } from "~/ui/dates";
import { EmptyState } from "~/ui/empty-state";
import { Field } from "~/ui/field";
import { PageHead, SectionHead } from "~/ui/page-head";

export const handle = { published: true };
export const meta: MetaFunction = () => [{ title: "Library - Concord" }, { name: "description", content: "Policies and procedures in force, and the record of how each was decided." }];

export async function loader({ request }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams.get("search")?.slice(0, 100) ?? "";
  return { ...found(await libraryIndex(anyone, search)), search };
}

export default function Library() {
  const { documents, plans, clock, now, search } = useLoaderData<typeof loader>();
  const topics = [...new Set(documents.map(({ topic }) => topic || "Other"))];
  return (
    <>
      <PageHead title="Library" lead="What is in force, in the words that were voted and adopted, and the record of how each edition came about." />
      <form method="get" role="search" className="row search">
        <Field label="Find by number, title or topic" name="search" type="search" defaultValue={search} required />
        <Button look="secondary">Find</Button>
      </form>
      {documents.length === 0 && plans.length === 0 && <EmptyState title={search ? `Nothing in force has “${search}” in its number, title or topic.` : "Nothing is in force yet."} step={search ? <a href="/library">Show everything</a> : undefined} />}
      {topics.map((topic) => (
        <section key={topic} className="section">
          <SectionHead title={topic} />
          <ul className="lines index" role="list">
            {documents
              .filter((document) => (document.topic || "Other") === topic)
              .map((document) => (
                <li key={document.id} className="needs-line">
                  <div>
                    <p className="needs-what">
                      <a href={`/library/${document.number}`}>{`${document.number} ${document.title}`}</a>
                    </p>
                    {document.agencies.map(({ agency, edition, since }) => (
                      <p key={agency} className="needs-why">
                        {`${agency}: edition ${edition} in force since `}
                        <Day at={since} timeZone="UTC" />
                      </p>
                    ))}
                  </div>
                </li>
              ))}
          </ul>
        </section>
      ))}
      {plans.length > 0 && (
        <section className="section" aria-labelledby="plans">
          <SectionHead title="Evaluation plans, as they were frozen" id="plans" />
          <ul className="lines index" role="list">
            {plans.map(({ id, document, version, frozenAt }) => (
              <li key={id} className="needs-line">
                <div>
                  <p className="needs-what">
                    <a href={`/library/plans/${encodeURIComponent(document.number)}`}>{`${document.number} ${document.title}`}</a>
                  </p>
                  <p className="needs-why">
                    {`Version ${version}, frozen `}
                    <Day at={frozenAt} timeZone={document.program.timeZone} />
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      {clock.length > 0 && (
        <section className="section" aria-labelledby="clock">
          <SectionHead title="Carried, and waiting for an agency's decision" id="clock" />
          <ul className="lines" role="list">
            {clock.map((decision) => (
              <li key={decision.id} className="needs-line">
                <div>
                  <p className="needs-what">{`${decision.document.number} ${decision.document.title}: ${decision.proposal?.title ?? ""}`}</p>
                  <p className="needs-why">
                    {new Date(decision.dueAt) < new Date(now) ? <span className="overdue">Overdue: </span> : "Waiting for "}
                    {`the head of ${decision.organization.name}, due `}
                    <When at={decision.dueAt} timeZone={decision.document.program.timeZone} now={now} />
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
