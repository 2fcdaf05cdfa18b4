import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { suspendPerson } from "~/commands/access/suspend-person.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { suspensionForm } from "~/queries/programs/person-form.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { PageHead } from "~/ui/page-head";
import { errorsOf } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Suspend a person - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { person, seats } = found(await suspensionForm(await personOf(request), { personId: params.personId ?? "" }));
  return { id: person.id, name: person.name, seats };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await suspendPerson(actor, { ...values, personId: params.personId }), values, () => seeOther("/members"));
}

export default function SuspendPerson() {
  const { id, name, seats } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title={`Suspend ${name}?`} above={<a href="/members">Members</a>} lead={`${name} is signed out everywhere at once and cannot sign in. What ${name} wrote and voted stays, with the name.`} />
      <form method="post" action={`/people/${id}/suspension`} className="form">
        <ErrorSummary errors={errorsOf(refused)} />
        {seats.length > 0 && <p>These seats count as vacant until somebody else holds them: {seats.join(", ")}.</p>}
        <div className="row">
          <Button look="danger">Suspend {name}</Button>
          <ButtonLink look="secondary" href="/members">Back to the members</ButtonLink>
        </div>
      </form>
    </>
  );
}
