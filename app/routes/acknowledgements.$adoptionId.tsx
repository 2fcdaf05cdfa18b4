import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { acknowledgeEdition } from "~/commands/acknowledgement/acknowledge-edition.server";
import { answersIn } from "~/domain/acknowledgement/acknowledge";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { acknowledgementPage } from "~/queries/acknowledgement/acknowledgement-page.server";
import { AcknowledgementPage } from "~/ui/acknowledgement-page";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.document.number} ${data.document.title}, edition ${data.edition.number} - Concord` : "Read - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await acknowledgementPage(await personOf(request), { adoptionId: params.adoptionId ?? "" }));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  const adoptionId = params.adoptionId ?? "";
  return answer(await acknowledgeEdition(actor, { adoptionId, answers: answersIn(values) }), values, () => seeOther(`/acknowledgements/${adoptionId}`));
}

export default function Acknowledgement() {
  return <AcknowledgementPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}
