import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { acceptInvitation } from "~/commands/access/accept-invitation.server";
import { beginSession } from "~/commands/access/begin-session.server";
import { invalid } from "~/commands/command.server";
import { anyone } from "~/domain/access/may";
import { acceptanceForm } from "~/domain/access/sign-in";
import { shortestPassword } from "~/domain/access/password";
import { answer, formOf, found, refusedForm, seeOther } from "~/http/answer.server";
import { hashPassword } from "~/http/password.server";
import { newSession } from "~/http/session.server";
import { countUse, perVisitor } from "~/http/throttle.server";
import { invitationPage } from "~/queries/programs/invitation-page.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Your invitation - Concord" }, { name: "referrer", content: "no-referrer" }, { name: "robots", content: "noindex" }];
export const headers: HeadersFunction = () => ({ "Referrer-Policy": "no-referrer" });

export async function loader({ params }: LoaderFunctionArgs) {
  const { thing: _thing, ...page } = found(await invitationPage(anyone, { token: params.token ?? "" }));
  return data(page, { status: page.closed ? 410 : 200 });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = params.token ?? "";
  const form = await formOf(request);
  const typedIn = { name: form.name ?? "" };
  const parsed = acceptanceForm.safeParse(form);
  if (!parsed.success) return refusedForm(invalid(parsed.error), typedIn);
  const throttled = await countUse(perVisitor, context.clientAddress);
  if (throttled) return refusedForm(throttled, typedIn, { "Retry-After": String(throttled.retryAfter) });
  found(await invitationPage(anyone, { token }));
  const { name, password } = parsed.data;
  const accepted = await acceptInvitation(anyone, { token, name, password, passwordHash: await hashPassword(password) });
  if (!accepted.ok) return answer(accepted, typedIn, () => seeOther("/"));
  const { personId } = accepted.value;
  const begun = await newSession(personId, (session) => beginSession(anyone, { personId, correct: true, session, address: context.clientAddress }));
  return begun.cookie ? seeOther("/", { "Set-Cookie": begun.cookie }) : seeOther("/sign-in");
}

export default function Invitation() {
  const { program, organization, invitedBy, closed, name, email } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { token } = useParams();
  if (closed && !refused) return <PageHead title={`Invitation to ${program}`} lead={closed} actions={<ButtonLink look="secondary" href="/sign-in">Sign in</ButtonLink>} />;
  return (
    <>
      <PageHead title={`Join ${program}`} lead={`${invitedBy ?? "Your program"} invites you to work here for ${organization}. The invitation works once.`} />
      <form method="post" action={`/invitations/${token}`} className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <Field label="Your name" name="name" required autoComplete="name" defaultValue={typed(refused, "name", name)} error={errorAt(refused, "name")} hint="As others should see it." />
        <Field label="Your e-mail address" name="email-shown" type="email" value={email} readOnly disabled autoComplete="username" hint="You sign in with it. The person who invited you can change it." required />
        <Field
          label="Choose a password"
          name="password"
          type="password"
          required
          autoComplete="new-password"
          error={errorAt(refused, "password")}
          hint={`At least ${shortestPassword} characters. Four or five words that only you would put together are easy to remember. You may paste it from a password manager.`}
        />
        <Button>Join {program}</Button>
      </form>
    </>
  );
}
