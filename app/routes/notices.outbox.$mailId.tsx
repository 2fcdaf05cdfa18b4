import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { mailStateWords } from "~/domain/notices/mail-state-words";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { ownAddress } from "~/http/redirect.server";
import { outboxMail } from "~/queries/notices/outbox.server";
import { When } from "~/ui/dates";
import { KeyFacts } from "~/ui/key-facts";
import { composeMail } from "~/ui/mail/compose-mail";
import { PageHead } from "~/ui/page-head";

export const meta: MetaFunction = () => [{ title: "A mail - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { mail, facts } = found(await outboxMail(await personOf(request), { mailId: params.mailId ?? "" }), request);
  // The address that ends mail is its reader's alone; it is not made again to be looked at.
  const composed = facts && composeMail(facts, { origin: new URL(ownAddress("/")).origin, stop: "/unsubscribe/(only in the mail itself)" });
  return { mail, subject: composed?.subject ?? null, text: composed?.text ?? null };
}

export default function OutboxMail() {
  const { mail, subject, text } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={subject ?? "A mail"} above={<a href="/notices/outbox">Outbox</a>}>
        <KeyFacts
          facts={[
            { term: "To", fact: `${mail.to.name}, ${mail.to.address}` },
            { term: "Written", fact: <When at={mail.createdAt} timeZone={mail.timeZone} /> },
            { term: "State", fact: `${mailStateWords[mail.state]}${mail.problem ? ` (${mail.problem})` : ""}` },
          ]}
        />
      </PageHead>
      {text ? <pre className="mail-text">{text}</pre> : <p>What it says is not shown here: nothing of it is still open to its reader and to you.</p>}
    </>
  );
}
