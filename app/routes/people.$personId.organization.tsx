import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { movePerson } from "~/commands/programs/move-person.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { moveForm } from "~/queries/programs/person-form.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Select } from "~/ui/field";
import { NoticeLine } from "~/ui/notice-line";
import { PageHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Move a person - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { person, seats, organizations } = found(await moveForm(await personOf(request), { personId: params.personId ?? "" }));
  return { person: { id: person.id, name: person.name, organization: person.organization, head: person.roles.includes("approver") }, seats, organizations };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await movePerson(actor, { ...values, personId: params.personId }), values, () => seeOther("/members"));
}

export default function MovePerson() {
  const { person, seats, organizations } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title={`Move ${person.name}`} above={<a href="/members">Members</a>} lead={`${person.name} belongs to ${person.organization.name}. The group follows the organization.`} />
      <form method="post" action={`/people/${person.id}/organization`} className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        {seats.length > 0 && <NoticeLine kind="warning">Seats stay with {person.organization.name} and become vacant: {seats.join(", ")}.</NoticeLine>}
        {person.head && <NoticeLine kind="warning">A head decides for one agency: the role Agency head stays behind.</NoticeLine>}
        <Select
          label="New organization"
          name="organizationId"
          required
          defaultValue={typed(refused, "organizationId")}
          error={errorAt(refused, "organizationId")}
          options={[{ value: "", label: "Choose one" }, ...organizations.filter(({ id }) => id !== person.organization.id).map(({ id, name, group }) => ({ value: id, label: `${name} (${group.shortName})` }))]}
        />
        <div className="row">
          <Button>Move {person.name}</Button>
          <ButtonLink look="secondary" href="/members">Back to the members</ButtonLink>
        </div>
      </form>
    </>
  );
}
