import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { importStateNames } from "~/domain/evaluation/import-stages";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { dataIndex } from "~/queries/evaluation/data-pages.server";
import { ButtonLink } from "~/ui/button";
import { Day, When } from "~/ui/dates";
import { EmptyState } from "~/ui/empty-state";
import { PageHead, SectionHead } from "~/ui/page-head";

export const meta: MetaFunction = () => [{ title: "Data - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  return found(await dataIndex(await personOf(request), null), request);
}

export default function Data() {
  const { agreements, imports, timeZone, now, may } = useLoaderData<typeof loader>();
  const open = agreements.some(({ fault }) => fault === null);
  return (
    <>
      <PageHead
        title="Data"
        above={<a href="/evaluation">Evaluation</a>}
        lead="Only totals come in here: so many of so many, by month, agency and group. Never a fact about a person or a single incident. Each import is a version of the data and can be undone."
        actions={may.import && open && <ButtonLink href="/evaluation/imports/new">Import totals</ButtonLink>}
      />
      <section className="section" aria-labelledby="agreements">
        <SectionHead title="Data-sharing agreements" id="agreements" more={may.agree && agreements.length > 0 && <a href="/evaluation/agreements/new">Record an agreement</a>} />
        {agreements.length === 0 ? (
          <EmptyState title="No agreement is recorded yet." step={may.agree ? <ButtonLink href="/evaluation/agreements/new">Record an agreement</ButtonLink> : undefined}>
            <p>An agreement says which columns and measures may be shared, for what, and until when. Without one, nothing can be imported.</p>
          </EmptyState>
        ) : (
          <ul className="lines" role="list">
            {agreements.map(({ id, title, parties, expiresOn, fault }) => (
              <li key={id} className="needs-line">
                <div>
                  <p className="needs-what"><a href={`/evaluation/agreements/${id}`}>{title}</a></p>
                  <p className="needs-why">{`${parties}. `}{fault ? <span className="overdue">{fault}</span> : <>{"Until "}<Day at={expiresOn} timeZone="UTC" /></>}</p>
                </div>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className="section" aria-labelledby="imports">
        <SectionHead title="Imports, the newest first" id="imports" />
        {imports.length === 0 ? (
          <p className="quiet">Nothing was imported yet.</p>
        ) : (
          <ul className="lines" role="list">
            {imports.map(({ id, number, fileName, state, stagedAt, rowsTotal, importedBy }) => (
              <li key={id} className="needs-line">
                <div>
                  <p className="needs-what"><a href={`/evaluation/imports/${id}`}>{`Version ${number}: ${fileName}`}</a></p>
                  <p className="needs-why">{`${importStateNames[state]}. ${rowsTotal.toLocaleString("en-US")} rows, by ${importedBy.name}, `}<When at={stagedAt} timeZone={timeZone} now={now} /></p>
                </div>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}
