import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { setMinimum } from "~/commands/training/set-minimum.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { curriculumRuleForm } from "~/queries/training/curriculum-rule-form.server";
import { CurriculumRulePage } from "~/ui/curriculum-rule-page";

export const meta: MetaFunction = () => [{ title: "Protected minimums - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await curriculumRuleForm(await personOf(request), { documentId: params.documentId ?? "" }));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await setMinimum(actor, { ...values, documentId: params.documentId ?? "" }), values, ({ documentId }) => seeOther(`/training/curricula/${documentId}#owes`));
}

export default function MinimumsOfCurriculum() {
  return <CurriculumRulePage {...useLoaderData<typeof loader>()} refusedMinimum={useActionData<typeof action>()} />;
}
