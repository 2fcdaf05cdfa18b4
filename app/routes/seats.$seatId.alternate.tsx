import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { assignAlternate } from "~/commands/programs/assign-alternate.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { holderForm } from "~/queries/programs/holder-form.server";
import { SeatPage } from "~/ui/seat-page";

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
    <SeatPage
      seat={seat}
      timeZone={timeZone}
      title={`Who stands in for "${seat.title}"?`}
      lead="An alternate votes only while the holder has not; when the holder votes, that vote counts. A vote that is open keeps the roll it was opened with."
      fact={{ term: "Holder", fact: seat.holder?.name ?? "Vacant" }}
      choice={{ label: "Alternate", name: "alternateId", action: `/seats/${seat.id}/alternate`, save: "Save the alternate", chosen: seat.alternate, nobody: "Nobody stands in", candidates: candidates.filter(({ id }) => id !== seat.holder?.id) }}
      refused={refused}
    />
  );
}
