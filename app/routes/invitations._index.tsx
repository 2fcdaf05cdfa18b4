import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { invitePerson } from "~/commands/access/invite-person.server";
import { roleNames } from "~/domain/access/roles";
import { personOf } from "~/http/actor.server";
import { found, formOf } from "~/http/answer.server";
import { ownAddress } from "~/http/redirect.server";
import { invitationForm } from "~/queries/programs/invitation-form.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Choices, Field, Select } from "~/ui/field";
import { NoticeLine } from "~/ui/notice-line";
import { PageHead } from "~/ui/page-head";
import { chosen, errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Invite a person - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { organizations, roles } = found(await invitationForm(await personOf(request), null));
  return { organizations, roles };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request, { lists: ["roles"] });
  const outcome = await invitePerson(actor, values);
  if (!outcome.ok && outcome.kind === "missing") return found<never>(outcome);
  if (!outcome.ok) return data({ invited: undefined, refused: { refusal: outcome, values } }, { status: outcome.status });
  // Shown here and nowhere else: a redirect would put the link into an address.
  const invited = { link: ownAddress(`/invitations/${outcome.value.token}`), name: outcome.value.name };
  return data({ invited, refused: undefined }, { status: 201 });
}

export default function Invite() {
  const { organizations, roles } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const refused = answered?.refused;
  if (answered?.invited) return <Invited {...answered.invited} />;
  return (
    <>
      <PageHead title="Invite a person" above={<a href="/members">Members</a>} lead="You get a link to pass on. It works once, for 72 hours." />
      <form method="post" action="/invitations" className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <Field label="Name" name="name" required autoComplete="off" defaultValue={typed(refused, "name")} error={errorAt(refused, "name")} />
        <Field label="E-mail address" name="email" type="email" required autoComplete="off" defaultValue={typed(refused, "email")} error={errorAt(refused, "email")} />
        <Select
          label="Organization"
          name="organizationId"
          required
          defaultValue={typed(refused, "organizationId")}
          error={errorAt(refused, "organizationId")}
          options={[{ value: "", label: "Choose one" }, ...organizations.map(({ id, name, group }) => ({ value: id, label: `${name} (${group.shortName})` }))]}
        />
        <Choices label="Roles" name="roles" several required defaultValue={chosen(refused, "roles")} error={errorAt(refused, "roles")} choices={roles.map((role) => ({ value: role, label: roleNames[role] }))} />
        <div className="row">
          <Button>Make the link</Button>
          <ButtonLink look="secondary" href="/members">Back to the members</ButtonLink>
        </div>
      </form>
    </>
  );
}

function Invited({ name, link }: { name: string; link: string }) {
  return (
    <>
      <PageHead title={`The invitation for ${name} is ready`} above={<a href="/members">Members</a>} />
      <div className="stack">
        <NoticeLine kind="warning">Copy the link now: it is shown this one time. Whoever has it can join in the place of {name}, so pass it on privately.</NoticeLine>
        <Field label="Link" name="link" readOnly required value={link} hint="It works once, for 72 hours." autoComplete="off" spellCheck={false} />
        <ButtonLink look="secondary" href="/members">Back to the members</ButtonLink>
      </div>
    </>
  );
}
