import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { endSession } from "~/commands/access/end-session.server";
import { personOf, sessionOf } from "~/http/actor.server";
import { formOf, seeOther } from "~/http/answer.server";
import { closeSession } from "~/http/session.server";
import { PageHead } from "~/ui/page-head";
import { SignOutStep } from "~/ui/sign-out-step";

/** It looks at what this device keeps. Without script nothing is kept, and the form is all there is. */
export const handle = { interactive: true };
export const meta: MetaFunction = () => [{ title: "Sign out - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { personId } = await personOf(request);
  return { personId };
}

export async function action({ request }: ActionFunctionArgs) {
  const fields = Object.keys(await formOf(request));
  if (fields.length > 0) throw new Response(`This form does not know the field ${fields[0]}.`, { status: 422 });
  const open = await sessionOf(request);
  const cookie = await closeSession(request.headers.get("Cookie"), async (sessionId) => {
    const outcome = open && (await endSession(open.actor, { sessionId }));
    if (outcome && !outcome.ok && outcome.kind === "refused") throw new Error(outcome.reason);
  });
  return seeOther("/", { "Set-Cookie": cookie, "Clear-Site-Data": '"cache", "storage"' });
}

export default function SignOut() {
  const { personId } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title="Sign out" lead="This ends your session and closes what you have open with it." />
      <SignOutStep personId={personId} />
    </>
  );
}
