import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { assignAlternate } from "~/commands/programs/assign-alternate.server";
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

export const meta: MetaFunction = () => [{ title: "The alternate of the seat - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { seat, candidates, timeZone } = found(await holderForm(await personOf(request), { seatId: params.seatId ?? "" }));
  return { seat, candidates, timeZone };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await assignAlternate(actor, { ...values, seatId: params.seatId }), values, () => seeOther("/members"));
}

export default function SeatAlternate() {
  const { seat, candidates, timeZone } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title={`Who stands in for "${seat.title}"?`} above={<a href="/members">Members</a>} lead="An alternate votes only while the holder has not; when the holder votes, that vote counts. A vote that is open keeps the roll it was opened with.">
        <KeyFacts
          inLine
          facts={[
            { term: "Organization", fact: seat.organization.name },
            { term: "Group", fact: <GroupMark group={seat.group} /> },
            { term: "Holder", fact: seat.holder?.name ?? "Vacant" },
            { term: "Term", fact: <><Day at={seat.termStart} timeZone={timeZone} /> to {seat.termEnd ? <Day at={seat.termEnd} timeZone={timeZone} /> : "open end"}</> },
          ]}
        />
      </PageHead>
      <form method="post" action={`/seats/${seat.id}/alternate`} className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <Select
          label="Alternate"
          name="alternateId"
          required
          defaultValue={typed(refused, "alternateId", seat.alternate?.id)}
          error={errorAt(refused, "alternateId")}
          hint={candidates.length === 0 ? `${seat.organization.name} has no member yet. Invite somebody first.` : `People of ${seat.organization.name}.`}
          options={[{ value: "", label: "Nobody stands in" }, ...candidates.filter(({ id }) => id !== seat.holder?.id).map(({ id, name }) => ({ value: id, label: name }))]}
        />
        <div className="row">
          <Button>Save the alternate</Button>
          <ButtonLink look="secondary" href="/members">Back to the members</ButtonLink>
        </div>
      </form>
    </>
  );
}
