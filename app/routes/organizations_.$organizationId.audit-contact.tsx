import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { chooseAuditContact } from "~/commands/records/choose-audit-contact.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { auditContactForm } from "~/queries/records/audit-contact-form.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Select } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Audit contact - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { organization } = found(await auditContactForm(await personOf(request), { organizationId: params.organizationId ?? "" }));
  return { organization };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await chooseAuditContact(actor, { ...values, organizationId: params.organizationId }), values, () => seeOther("/members"));
}

export default function AuditContact() {
  const { organization } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title={`Audit contact of ${organization.name}`} above={<a href="/members">Members</a>} lead="Once a day this person is sent the signed head of the records, and keeps it where the operator of the server cannot reach it. With it, anybody can later find out whether the records were rewritten." />
      <form method="post" action={`/organizations/${organization.id}/audit-contact`} className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <Select
          label="Audit contact"
          name="personId"
          required
          defaultValue={typed(refused, "personId", organization.auditContact?.id)}
          error={errorAt(refused, "personId")}
          hint={`People of ${organization.name}.`}
          options={[{ value: "", label: "Nobody" }, ...organization.people.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        <div className="row">
          <Button>Save the contact</Button>
          <ButtonLink look="secondary" href="/members">Back to the members</ButtonLink>
        </div>
      </form>
    </>
  );
}
