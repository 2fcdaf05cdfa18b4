import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { signAttendance } from "~/commands/training/sign-attendance.server";
import { actorOf } from "~/http/actor.server";
import { formOf, found } from "~/http/answer.server";
import { countUse, perRoom } from "~/http/throttle.server";
import { attendanceForm } from "~/queries/training/course-pages.server";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Sign in to a course - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  found(await attendanceForm(await actorOf(request), null));
  return { dayCode: new URL(request.url).searchParams.get("code")?.slice(0, 20) ?? "" };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const values = await formOf(request);
  const throttled = await countUse(perRoom, context.clientAddress);
  const outcome = throttled ?? (await signAttendance(await actorOf(request), values));
  if (!outcome.ok && outcome.kind === "missing") return found<never>(outcome);
  if (!outcome.ok) return data({ signed: undefined, refused: { refusal: outcome, values } }, { status: outcome.status });
  return data({ signed: outcome.value, refused: undefined });
}

export default function SignInToCourse() {
  const { dayCode } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const refused = answered?.refused;
  const signed = answered?.signed;
  return (
    <>
      <PageHead title="Sign in to a course" lead="With the code shown in the room, and your own code from your trainer's list. You need no account." />
      {signed && <p className="standing whole" role="status">{`You are signed in to ${signed.title} for ${signed.day}.`}</p>}
      <form method="post" action="/training/sign-in" className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <Field label="Code of the day" name="dayCode" required autoComplete="off" autoCapitalize="characters" defaultValue={typed(refused, "dayCode", dayCode)} error={errorAt(refused, "dayCode")} />
        <Field label="Your own code" name="ownCode" required autoComplete="off" autoCapitalize="characters" defaultValue={typed(refused, "ownCode")} error={errorAt(refused, "ownCode")} />
        <Button>Sign in for today</Button>
      </form>
    </>
  );
}
