import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { assignSeat } from "~/commands/programs/assign-seat.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { holderForm } from "~/queries/programs/holder-form.server";
import { SeatPage } from "~/ui/seat-page";

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
    <SeatPage
      seat={seat}
      timeZone={timeZone}
      title={`Who holds "${seat.title}"?`}
      lead="A vote that is open keeps the roll it was opened with. The change counts from the next one."
      fact={{ term: "Vote", fact: seat.voting ? "Voting" : "Non-voting" }}
      choice={{ label: "Holder", name: "holderId", action: `/seats/${seat.id}/holder`, save: "Save the holder", chosen: seat.holder, nobody: "Nobody: the seat is vacant", candidates }}
      refused={refused}
    />
  );
}
