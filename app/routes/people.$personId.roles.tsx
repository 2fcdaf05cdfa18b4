import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { giveRoles } from "~/commands/access/give-roles.server";
import { roleNames } from "~/domain/access/roles";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { rolesForm } from "~/queries/programs/person-form.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Choices } from "~/ui/field";
import { NoticeLine } from "~/ui/notice-line";
import { PageHead } from "~/ui/page-head";
import { chosen, errorAt, errorsOf } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Change roles - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { person, seats, givable } = found(await rolesForm(await personOf(request), { personId: params.personId ?? "" }));
  return { person: { id: person.id, name: person.name, roles: person.roles, organization: person.organization.name }, seats, roles: [...new Set([...givable, ...person.roles])] };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request, { lists: ["roles"] });
  return answer(await giveRoles(actor, { ...values, personId: params.personId }), values, () => seeOther("/members"));
}

export default function ChangeRoles() {
  const { person, seats, roles } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title={`Roles of ${person.name}`} above={<a href="/members">Members</a>} lead={`${person.name} belongs to ${person.organization}. What a role may do is told in the table of the project’s documentation; it holds from the next click.`} />
      <form method="post" action={`/people/${person.id}/roles`} className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        {seats.length > 0 && <NoticeLine>Holds {seats.join(", ")}. Without a role that votes, nobody votes from there until the seat is given on.</NoticeLine>}
        <Choices label="Roles" name="roles" several required defaultValue={chosen(refused, "roles", person.roles)} error={errorAt(refused, "roles")} choices={roles.map((role) => ({ value: role, label: roleNames[role] }))} />
        <div className="row">
          <Button>Save the roles</Button>
          <ButtonLink look="secondary" href="/members">Back to the members</ButtonLink>
        </div>
      </form>
    </>
  );
}
