import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { isRouteErrorResponse, useLoaderData, useRouteError } from "@remix-run/react";
import { actorOf } from "~/http/actor.server";
import { found, seeOther } from "~/http/answer.server";
import { mailLink } from "~/queries/notices/mail-link.server";
import { ButtonLink } from "~/ui/button";
import { PageHead } from "~/ui/page-head";

export const meta: MetaFunction = () => [{ title: "A link from a mail - Concord" }, { name: "referrer", content: "no-referrer" }];

/** Leads the reader of a mail, signed in, to the exact place. It changes nothing: mail scanners open every link. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const outcome = await mailLink(await actorOf(request), { token: params.token ?? "" });
  if (!outcome.ok && outcome.kind === "missing") throw new Response("It was not sent by this workplace, or a part of it was lost on the way. Copy it whole from the mail, or sign in and look under Notices.", { status: 404 });
  const { path, ended, calledOff } = found(outcome, request);
  if (ended) throw new Response("The mail is more than 60 days old. What it was about still stands under Notices.", { status: 410 });
  if (!calledOff) throw seeOther(path, { "Cache-Control": "no-store" });
  return { path };
}

export default function MailLink() {
  const { path } = useLoaderData<typeof loader>();
  return (
    <PageHead
      title="That vote was called off"
      lead="The text was changed after this mail was sent, so no ballot on the earlier text counts. If the changed text is put to a vote, you get another mail."
      actions={<ButtonLink href={path}>Read the text as it stands now</ButtonLink>}
    />
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  if (!isRouteErrorResponse(error)) throw error;
  return (
    <PageHead
      title={error.status === 403 ? "This link is not yours" : "This link does not lead on"}
      lead={typeof error.data === "string" ? error.data : ""}
      actions={<ButtonLink look="secondary" href="/sign-in?next=/notices">Go to your notices</ButtonLink>}
    />
  );
}
