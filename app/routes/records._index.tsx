import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useRouteLoaderData } from "@remix-run/react";
import { detailLines } from "~/domain/records/detail-lines";
import { actInWords, recordedActs } from "~/domain/records/act-words";
import { can } from "~/domain/access/may";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { numberAsked } from "~/http/number-asked";
import { recordsPage } from "~/queries/records/records-page.server";
import { Button } from "~/ui/button";
import { When } from "~/ui/dates";
import { EmptyState } from "~/ui/empty-state";
import { Field, Select } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { Table } from "~/ui/table";

export const meta: MetaFunction = () => [{ title: "Records - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await personOf(request);
  const asked = new URL(request.url).searchParams;
  const text = (name: string) => asked.get(name)?.slice(0, 100) ?? "";
  const before = numberAsked(asked.get("before"));
  const filter = { act: text("act"), outcome: text("outcome"), actorName: text("name"), subjectId: text("subject"), ...(before ? { before } : {}) };
  const { records, more } = found(await recordsPage(actor, filter));
  return { records: records.map(({ detail, ...record }) => ({ ...record, detail: detailLines(detail) })), more, filter, exports: can(actor, "record.export", { programId: actor.programId }) };
}

export default function Records() {
  const { records, more, filter, exports } = useLoaderData<typeof loader>();
  const root = useRouteLoaderData<{ person: { program: { timeZone: string } } | null }>("root");
  const timeZone = root?.person?.program.timeZone ?? "UTC";
  const last = records.at(-1);
  const next = new URLSearchParams({ act: filter.act, outcome: filter.outcome, name: filter.actorName, subject: filter.subjectId, before: String(last?.sequence ?? 0) });
  return (
    <>
      <PageHead
        title="Records"
        lead="Every act that changed something, and every one that was refused. Each record holds the hash of the one before, so that none can be changed or taken out unseen."
        actions={
          exports && (
            <form method="post" action="/records/export">
              <Button look="secondary">Take a copy to verify</Button>
            </form>
          )
        }
      />
      <form method="get" className="row filters">
        <Select label="Act" name="act" defaultValue={filter.act} required={false} options={[{ value: "", label: "Any" }, ...recordedActs.map((act) => ({ value: act, label: actInWords(act) }))]} />
        <Select label="Outcome" name="outcome" defaultValue={filter.outcome} options={[{ value: "", label: "Any" }, { value: "done", label: "Done" }, { value: "refused", label: "Refused" }]} />
        <Field label="Person" name="name" defaultValue={filter.actorName} />
        <Button look="secondary">Filter</Button>
      </form>
      {records.length === 0 ? (
        <EmptyState title="No record fits these filters." step={<a href="/records">Show all</a>} />
      ) : (
        <Table
          stacks
          caption="Records, newest first"
          hideCaption
          rows={records}
          rowKey={({ sequence }) => String(sequence)}
          columns={[
            { title: "No.", number: true, heading: true, cell: ({ sequence }) => sequence },
            { title: "When", cell: ({ at }) => <When at={at} timeZone={timeZone} /> },
            { title: "Who", cell: ({ actorName }) => actorName },
            { title: "What", cell: ({ act, outcome }) => (outcome === "refused" ? `${actInWords(act)}, refused` : actInWords(act)) },
            { title: "Details", cell: ({ detail }) => <Detail lines={detail} /> },
            { title: "Hash", cell: ({ hash }) => <code className="hash-start">{hash.slice(0, 10)}</code> },
          ]}
        />
      )}
      {more && <p><a href={`/records?${next}`}>Older records</a></p>}
    </>
  );
}

function Detail({ lines }: { lines: { term: string; said: string }[] }) {
  if (lines.length === 0) return null;
  const [first] = lines;
  return (
    <details className="record-detail">
      <summary>{first ? `${first.term}: ${first.said.slice(0, 60)}` : "Details"}</summary>
      <dl>
        {lines.map(({ term, said }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
