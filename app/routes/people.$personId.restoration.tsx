import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { restorePerson } from "~/commands/access/restore-person.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { restorationForm } from "~/queries/programs/person-form.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { PageHead } from "~/ui/page-head";
import { errorsOf } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Restore a person - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { person, seats } = found(await restorationForm(await personOf(request), { personId: params.personId ?? "" }));
  return { id: person.id, name: person.name, seats };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await restorePerson(actor, { ...values, personId: params.personId }), values, () => seeOther("/members"));
}

export default function RestorePerson() {
  const { id, name, seats } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title={`Restore ${name}?`} above={<a href="/members">Members</a>} lead={`${name} can sign in again, with the same roles as before.`} />
      <form method="post" action={`/people/${id}/restoration`} className="form">
        <ErrorSummary errors={errorsOf(refused)} />
        {seats.length > 0 && <p>These seats count as filled again: {seats.join(", ")}.</p>}
        <div className="row">
          <Button>Restore {name}</Button>
          <ButtonLink look="secondary" href="/members">Back to the members</ButtonLink>
        </div>
      </form>
    </>
  );
}
