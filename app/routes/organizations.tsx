import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { addOrganization } from "~/commands/programs/add-organization.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { organizationForm } from "~/queries/programs/organization-form.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Choices, Field, Select } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Add an organization - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { groups } = found(await organizationForm(await personOf(request), null));
  return { groups };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await addOrganization(actor, values), values, () => seeOther("/members"));
}

export default function AddOrganization() {
  const { groups } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title="Add an organization" above={<a href="/members">Members</a>} lead="Its people count in the group that you choose here." />
      <form method="post" action="/organizations" className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <Field label="Name" name="name" required autoComplete="off" defaultValue={typed(refused, "name")} error={errorAt(refused, "name")} />
        <Field label="Short name" name="shortName" required autoComplete="off" defaultValue={typed(refused, "shortName")} error={errorAt(refused, "shortName")} />
        <Select
          label="Group"
          name="groupId"
          required
          defaultValue={typed(refused, "groupId")}
          error={errorAt(refused, "groupId")}
          options={[{ value: "", label: "Choose one" }, ...groups.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        <Choices
          label="Does it decide on policies?"
          name="decides"
          required
          defaultValue={typed(refused, "decides", "no")}
          error={errorAt(refused, "decides")}
          choices={[
            { value: "yes", label: "Yes", explanation: "Its head adopts or declines what the groups carry." },
            { value: "no", label: "No", explanation: "It takes part in drafts and votes." },
          ]}
        />
        <div className="row">
          <Button>Add the organization</Button>
          <ButtonLink look="secondary" href="/members">Back to the members</ButtonLink>
        </div>
      </form>
    </>
  );
}
