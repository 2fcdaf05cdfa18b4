import type { ActionFunctionArgs } from "@remix-run/node";
import { removeQuestion } from "~/commands/acknowledgement/write-question.server";
import { personOf } from "~/http/actor.server";
import { found, formOf, seeOther } from "~/http/answer.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const { adoptionId } = found(await removeQuestion(await personOf(request), { ...(await formOf(request)), questionId: params.questionId ?? "" }));
  return seeOther(`/acknowledgements/agencies/${adoptionId}/questions`);
}
