import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { assignSeat } from "~/commands/programs/assign-seat.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { holderForm } from "~/queries/programs/holder-form.server";
import { Button, ButtonLink } from "~/ui/button";
import { Day } from "~/ui/dates";
import { ErrorSummary } from "~/ui/error-summary";
import { Select } from "~/ui/field";
import { GroupMark } from "~/ui/group-mark";
import { KeyFacts } from "~/ui/key-facts";
import { PageHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Who holds the seat - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { seat, candidates, timeZone } = found(await holderForm(await personOf(request), { seatId: params.seatId ?? "" }));
  return { seat, candidates, timeZone };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await assignSeat(actor, { ...values, seatId: params.seatId }), values, () => seeOther("/members"));
}

export default function SeatHolder() {
  const { seat, candidates, timeZone } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title={`Who holds "${seat.title}"?`} above={<a href="/members">Members</a>} lead="A vote that is open keeps the roll it was opened with. The change counts from the next one.">
        <KeyFacts
          inLine
          facts={[
            { term: "Organization", fact: seat.organization.name },
            { term: "Group", fact: <GroupMark group={seat.group} /> },
            { term: "Vote", fact: seat.voting ? "Voting" : "Non-voting" },
            { term: "Term", fact: <><Day at={seat.termStart} timeZone={timeZone} /> to {seat.termEnd ? <Day at={seat.termEnd} timeZone={timeZone} /> : "open end"}</> },
          ]}
        />
      </PageHead>
      <form method="post" action={`/seats/${seat.id}/holder`} className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <Select
          label="Holder"
          name="holderId"
          required
          defaultValue={typed(refused, "holderId", seat.holder?.id)}
          error={errorAt(refused, "holderId")}
          hint={candidates.length === 0 ? `${seat.organization.name} has no member yet. Invite somebody first.` : `People of ${seat.organization.name}.`}
          options={[{ value: "", label: "Nobody: the seat is vacant" }, ...candidates.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        <div className="row">
          <Button>Save the holder</Button>
          <ButtonLink look="secondary" href="/members">Back to the members</ButtonLink>
        </div>
      </form>
    </>
  );
}
