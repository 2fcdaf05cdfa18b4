import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { mailStateWords } from "~/domain/notices/mail-state-words";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { outboxPage } from "~/queries/notices/outbox.server";
import { When } from "~/ui/dates";
import { EmptyState } from "~/ui/empty-state";
import { PageHead } from "~/ui/page-head";
import { Table } from "~/ui/table";

export const meta: MetaFunction = () => [{ title: "Outbox - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  return found(await outboxPage(await personOf(request), 200), request);
}

export default function Outbox() {
  const { mails, timeZone } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title="Outbox" above={<a href="/notices/settings">How you are told</a>} lead="The last 200 mails of the program. Without a mail server (the setting SMTP_URL) they are kept here." />
      {mails.length === 0 ? (
        <EmptyState title="No mail yet.">
          <p>Mail is written when a vote opens or closes, when somebody is called by name, and when a decision is asked or given.</p>
        </EmptyState>
      ) : (
        <Table
          stacks
          caption="Mails"
          hideCaption
          rows={mails}
          rowKey={({ id }) => id}
          columns={[
            { title: "To", heading: true, cell: ({ id, person }) => <a href={`/notices/outbox/${id}`}>{person.name}</a> },
            { title: "Address", cell: ({ person }) => person.email },
            { title: "What", cell: ({ kind }) => (kind === "digest" ? "Digest" : "One event") },
            { title: "State", cell: ({ state, problem }) => `${mailStateWords[state]}${problem ? ` (${problem})` : ""}` },
            { title: "Written", cell: ({ createdAt }) => <When at={createdAt} timeZone={timeZone} /> },
          ]}
        />
      )}
    </>
  );
}
