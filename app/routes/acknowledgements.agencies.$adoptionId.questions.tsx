import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { writeQuestion } from "~/commands/acknowledgement/write-question.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { agencyAcknowledgement } from "~/queries/acknowledgement/acknowledgement-page.server";
import { QuizPage } from "~/ui/agency-acknowledgement";

export const meta: MetaFunction = () => [{ title: "Questions about the text - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await agencyAcknowledgement(await personOf(request), { adoptionId: params.adoptionId ?? "" }));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  const adoptionId = params.adoptionId ?? "";
  return answer(await writeQuestion(actor, { ...values, adoptionId }), values, () => seeOther(`/acknowledgements/agencies/${adoptionId}/questions`));
}

export default function Questions() {
  return <QuizPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}
