import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changeSeat } from "~/commands/programs/change-seat.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { termForm } from "~/queries/programs/holder-form.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Change a seat - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { seat } = found(await termForm(await personOf(request), { seatId: params.seatId ?? "" }));
  return { seat };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await changeSeat(actor, { ...values, seatId: params.seatId }), values, () => seeOther("/members"));
}

export default function ChangeSeat() {
  const { seat } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title={`Change "${seat.title}"`} above={<a href="/members">Members</a>} lead={`A seat of ${seat.organization.name}. Outside its term it is on no roll.`} />
      <form method="post" action={`/seats/${seat.id}/term`} className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <Field label="Title" name="title" required autoComplete="off" defaultValue={typed(refused, "title", seat.title)} error={errorAt(refused, "title")} />
        <Field label="First day of the term" name="termStart" type="date" required defaultValue={typed(refused, "termStart", seat.termStart)} error={errorAt(refused, "termStart")} />
        <Field label="Last day of the term" name="termEnd" type="date" defaultValue={typed(refused, "termEnd", seat.termEnd ?? "")} error={errorAt(refused, "termEnd")} hint="Left empty, the term goes on." />
        <div className="row">
          <Button>Save the seat</Button>
          <ButtonLink look="secondary" href="/members">Back to the members</ButtonLink>
        </div>
      </form>
    </>
  );
}
