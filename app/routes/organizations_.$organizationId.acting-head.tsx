import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { nameActingHead } from "~/commands/decisions/name-acting-head.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { actingHeadForm } from "~/queries/decisions/agency-page.server";
import { Button, ButtonLink } from "~/ui/button";
import { Day } from "~/ui/dates";
import { ErrorSummary } from "~/ui/error-summary";
import { Field, Select, TextArea } from "~/ui/field";
import { PageHead, SectionHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Acting head - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { agency, today, heads, people, acting } = found(await actingHeadForm(await personOf(request), { organizationId: params.organizationId ?? "" }), request);
  return { agency, today, heads, people, acting };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await nameActingHead(actor, { ...values, organizationId: params.organizationId ?? "" }), values, ({ organizationId }) => seeOther(`/organizations/${organizationId}/acting-head`));
}

export default function ActingHead() {
  const { agency, today, heads, people, acting } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const head = heads.length === 0 ? "It has no head now." : `Its head is ${heads.map(({ name, suspended }) => (suspended ? `${name} (suspended)` : name)).join(", ")}.`;
  return (
    <>
      <PageHead title="Acting head" above={<a href="/members">Members</a>} lead={`Who decides for ${agency.name} while its head is away or suspended. ${head}`} />
      <form method="post" action={`/organizations/${agency.id}/acting-head`} className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <Select label="Who acts for the head" name="personId" required defaultValue={typed(refused, "personId")} error={errorAt(refused, "personId")} options={[{ value: "", label: "Choose somebody of the agency" }, ...people.map(({ id, name }) => ({ value: id, label: name }))]} />
        <Field label="From" name="from" type="date" required min={today} defaultValue={typed(refused, "from", today)} error={errorAt(refused, "from")} />
        <Field label="Until, that day included" name="until" type="date" required min={today} defaultValue={typed(refused, "until")} error={errorAt(refused, "until")} />
        <TextArea label="Why" name="reason" required rows={2} defaultValue={typed(refused, "reason")} error={errorAt(refused, "reason")} />
        <div className="row">
          <Button>Name the acting head</Button>
          <ButtonLink look="secondary" href="/members">Back to the members</ButtonLink>
        </div>
      </form>
      {acting.length > 0 && (
        <section className="section" aria-labelledby="acting">
          <SectionHead title="Named so far" id="acting" />
          <ul className="lines" role="list">
            {acting.map(({ id, from, until, reason, person }) => (
              <li key={id}>
                <p className="needs-what">{person.name}</p>
                <p className="quiet"><Day at={from} timeZone="UTC" /> to <Day at={until} timeZone="UTC" /></p>
                <p className="said">{reason}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
