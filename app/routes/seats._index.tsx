import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { addSeat } from "~/commands/programs/add-seat.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { seatForm } from "~/queries/programs/seat-form.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Choices, Field, Select } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Add a seat - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { organizations, today } = found(await seatForm(await personOf(request), null));
  return { organizations, today };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await addSeat(actor, values), values, ({ seatId }) => seeOther(`/seats/${seatId}/holder`));
}

export default function AddSeat() {
  const { organizations, today } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title="Add a seat" above={<a href="/members">Members</a>} lead="A seat belongs to an organization and counts in its group. Who holds it is chosen next." />
      <form method="post" action="/seats" className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <Field label="Title" name="title" required autoComplete="off" defaultValue={typed(refused, "title")} error={errorAt(refused, "title")} hint="Such as Advocacy seat 2." />
        <Select
          label="Organization"
          name="organizationId"
          required
          defaultValue={typed(refused, "organizationId")}
          error={errorAt(refused, "organizationId")}
          options={[{ value: "", label: "Choose one" }, ...organizations.map(({ id, name, group }) => ({ value: id, label: `${name} (${group.shortName})` }))]}
        />
        <Choices
          label="Does it vote?"
          name="voting"
          required
          defaultValue={typed(refused, "voting", "voting")}
          error={errorAt(refused, "voting")}
          choices={[
            { value: "voting", label: "Voting", explanation: "Its holder is on the roll of every vote that opens during the term." },
            { value: "non-voting", label: "Non-voting", explanation: "Its holder drafts and discusses, and is not on the roll." },
          ]}
        />
        <Field label="First day of the term" name="termStart" type="date" required defaultValue={typed(refused, "termStart", today)} error={errorAt(refused, "termStart")} />
        <Field label="Last day of the term" name="termEnd" type="date" defaultValue={typed(refused, "termEnd")} error={errorAt(refused, "termEnd")} hint="Left empty, the term goes on." />
        <div className="row">
          <Button>Add the seat</Button>
          <ButtonLink look="secondary" href="/members">Back to the members</ButtonLink>
        </div>
      </form>
    </>
  );
}
