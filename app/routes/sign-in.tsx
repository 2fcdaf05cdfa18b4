import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { beginSession } from "~/commands/access/begin-session.server";
import { endSession } from "~/commands/access/end-session.server";
import { invalid } from "~/commands/command.server";
import { anyone } from "~/domain/access/may";
import { signInForm } from "~/domain/access/sign-in";
import { sessionOf } from "~/http/actor.server";
import { answer, formOf, refusedForm, seeOther } from "~/http/answer.server";
import { tryPassword } from "~/http/password.server";
import { safeRedirect } from "~/http/redirect.server";
import { newSession } from "~/http/session.server";
import { countSignIn, isThrottled } from "~/http/throttle.server";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Sign in - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const next = safeRedirect(new URL(request.url).searchParams.get("next"));
  if (await sessionOf(request)) throw seeOther(next);
  return { next };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await formOf(request);
  const typedIn = { email: form.email ?? "", next: safeRedirect(form.next) };
  const parsed = signInForm.safeParse(form);
  if (!parsed.success) return refusedForm(invalid(parsed.error), typedIn);
  const { email, password, next } = parsed.data;
  const counted = await countSignIn(email, context.clientAddress);
  if (isThrottled(counted)) return refusedForm(counted, typedIn, { "Retry-After": String(counted.retryAfter) });
  const tried = await tryPassword(email, password);
  const { outcome, cookie } = await newSession(tried.personId, (session) => beginSession(anyone, { ...tried, session, address: context.clientAddress }));
  if (!outcome.ok || !cookie) return answer(outcome, typedIn, () => seeOther("/"));
  await counted.succeeded();
  const before = await sessionOf(request);
  if (before) await endSession(before.actor, { sessionId: before.sessionId });
  return seeOther(safeRedirect(next), { "Set-Cookie": cookie });
}

export default function SignIn() {
  const { next } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title="Sign in" lead={next === "/" ? undefined : "Sign in, and you go on to the page you asked for."} />
      <form method="post" action="/sign-in" className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <input type="hidden" name="next" value={typed(refused, "next", next)} />
        <Field label="E-mail address" name="email" type="email" required autoComplete="username" defaultValue={typed(refused, "email")} error={errorAt(refused, "email")} />
        <Field label="Password" name="password" type="password" required autoComplete="current-password" error={errorAt(refused, "password")} />
        <Button>Sign in</Button>
      </form>
      <p className="quiet section">Accounts are given by invitation. Ask a coordinator of your program for one.</p>
    </>
  );
}
