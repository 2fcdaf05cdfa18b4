import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { turnoutInWords } from "~/domain/voting/participation";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { participationPage } from "~/queries/voting/participation-page.server";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHead, SectionHead } from "~/ui/page-head";
import { ProgramNav } from "~/ui/program-nav";
import { Table } from "~/ui/table";

export const meta: MetaFunction = () => [{ title: "Participation - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { rows, program } = found(await participationPage(await personOf(request), { years: 1 }));
  return { rows, program };
}

const parts = [
  { kind: "group", title: "By group" },
  { kind: "organization", title: "By organization" },
  { kind: "person", title: "By person" },
] as const;

export default function Participation() {
  const { rows } = useLoaderData<typeof loader>();
  return (
    <>
      <ProgramNav current="/participation" />
      <PageHead
        title="Participation"
        lead="Who was asked to vote and who did, in the votes closed within the last year. A seat is counted once for each vote. Vacant seats and those who stepped back were not asked."
        actions={rows.length > 0 && <ButtonLink look="secondary" href="/participation/table">Download five years as CSV</ButtonLink>}
      />
      {rows.length === 0 && <EmptyState title="No vote was closed within the last year." />}
      {parts.map(({ kind, title }) => {
        const own = rows.filter((row) => row.kind === kind);
        if (own.length === 0) return null;
        return (
          <section key={kind} className="section" aria-labelledby={kind}>
            <SectionHead title={title} id={kind} />
            <Table
              caption={`Participation ${title.toLowerCase()} and quarter`}
              hideCaption
              stacks
              rows={own}
              rowKey={(row) => `${row.id} ${row.quarter}`}
              columns={[
                { title: "Name", heading: true, cell: (row) => row.name },
                { title: "Quarter", cell: (row) => row.quarter },
                { title: "Seats", number: true, cell: (row) => row.seats },
                { title: "Asked", number: true, cell: (row) => row.invited },
                { title: "Voted", number: true, cell: (row) => row.voted },
                { title: "Share", number: true, cell: (row) => turnoutInWords(row) },
              ]}
            />
          </section>
        );
      })}
    </>
  );
}
