import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { stopMail } from "~/commands/notices/stop-mail.server";
import { anyone } from "~/domain/access/may";
import { found } from "~/http/answer.server";
import { mailStop } from "~/queries/notices/mail-stop.server";
import { Button } from "~/ui/button";
import { PageHead } from "~/ui/page-head";

export const meta: MetaFunction = () => [{ title: "Stop mail - Concord" }, { name: "referrer", content: "no-referrer" }];

/** Only shows the page: mail scanners open every link. */
export async function loader({ params }: LoaderFunctionArgs) {
  return found(await mailStop(anyone, { token: params.token ?? "" }));
}

/** The button of the page, or the one click of a mail program (RFC 8058), which sends no cookie and has no origin. */
export async function action({ params }: ActionFunctionArgs) {
  found(await stopMail(anyone, { token: params.token ?? "" }));
  return { done: true };
}

export default function StopMail() {
  const { program, stopped } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>()?.done ?? false;
  if (done || stopped)
    return (
      <PageHead
        title="No more mail"
        lead={`${program} sends you no mail any more. What you are told still stands in Concord, under Notices.`}
        actions={<a href="/sign-in?next=/notices/settings">Change how you are told</a>}
      />
    );
  return (
    <>
      <PageHead title="Stop all mail?" lead={`You would get no mail from ${program} any more, not even before a vote closes. You can change it again under Notices.`} />
      <form method="post">
        <Button>Stop all mail</Button>
      </form>
    </>
  );
}
