import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { leaveProgram } from "~/commands/decisions/leave-program.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { departureForm } from "~/queries/decisions/agency-page.server";
import { Button, ButtonLink } from "~/ui/button";
import { Day } from "~/ui/dates";
import { ErrorSummary } from "~/ui/error-summary";
import { TextArea } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "An agency leaves - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { agency, open, leftOn } = found(await departureForm(await personOf(request), { organizationId: params.organizationId ?? "" }), request);
  return { agency, open, leftOn };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await leaveProgram(actor, { ...values, organizationId: params.organizationId ?? "" }), values, () => seeOther("/members"));
}

export default function Departure() {
  const { agency, open, leftOn } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (leftOn)
    return (
      <>
        <PageHead title={`${agency.name} has left`} above={<a href="/members">Members</a>} />
        <p>It is outside of the program since <Day at={leftOn} timeZone="UTC" />.</p>
      </>
    );
  return (
    <>
      <PageHead title={`${agency.name} leaves the program`} above={<a href="/members">Members</a>} lead="What it voted and decided stays on record. This cannot be taken back." />
      <ul>
        <li>{open === 0 ? "It owes no decision." : open === 1 ? "The one decision that it owes is closed as “left the program”, and its voters read why." : `The ${open} decisions that it owes are closed as “left the program”, and their voters read why.`}</li>
        <li>Its texts were in force up to yesterday; the library keeps showing that.</li>
        <li>It is asked for no further decision, and its seats end today. Ballots that are open keep their roll.</li>
        <li>Its people can still sign in until they are suspended on the members page.</li>
      </ul>
      <form method="post" action={`/organizations/${agency.id}/departure`} className="form section" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <TextArea label="Why it leaves" name="reason" required rows={4} defaultValue={typed(refused, "reason")} error={errorAt(refused, "reason")} />
        <div className="row">
          <Button look="danger">Record that it leaves</Button>
          <ButtonLink look="secondary" href="/members">Back to the members</ButtonLink>
        </div>
      </form>
    </>
  );
}
