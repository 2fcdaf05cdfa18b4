import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useRouteLoaderData } from "@remix-run/react";
import { readNotices } from "~/commands/notices/read-notices.server";
import { personOf } from "~/http/actor.server";
import { formOf, found, seeOther } from "~/http/answer.server";
import { noticesPage } from "~/queries/notices/notices-page.server";
import { Button } from "~/ui/button";
import { When } from "~/ui/dates";
import { EmptyState } from "~/ui/empty-state";
import { PageHead } from "~/ui/page-head";

export const meta: MetaFunction = () => [{ title: "Notices - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  return found(await noticesPage(await personOf(request), 200));
}

export async function action({ request }: ActionFunctionArgs) {
  found(await readNotices(await personOf(request), await formOf(request)));
  return seeOther("/notices");
}

export default function Notices() {
  const { notices } = useLoaderData<typeof loader>();
  const root = useRouteLoaderData<{ person: { program: { timeZone: string } } | null }>("root");
  const timeZone = root?.person?.program.timeZone ?? "UTC";
  const unread = notices.some(({ readAt }) => readAt === null);
  return (
    <>
      <PageHead
        title="Notices"
        actions={
          <>
            {unread && (
              <form method="post">
                <Button look="secondary">Mark all as read</Button>
              </form>
            )}
            <a href="/notices/settings">How you are told</a>
          </>
        }
      />
      {notices.length === 0 ? (
        <EmptyState title="No notices yet.">
          <p>You are told here when a vote opens or is voided, and what agency heads decide and why.</p>
        </EmptyState>
      ) : (
        <ul className="lines" role="list">
          {notices.map((notice) => (
            <li key={notice.id} className="needs-line">
              <p>
                {notice.readAt === null && <strong>New: </strong>}
                <a href={notice.path}>{notice.body}</a>{" "}
                <span className="quiet small">
                  <When at={notice.at} timeZone={timeZone} />
                </span>
              </p>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
