import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { linkModule } from "~/commands/training/link-module.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { curriculumPage } from "~/queries/training/curriculum-page.server";
import { CurriculumPage } from "~/ui/curriculum-page";

export const meta: MetaFunction = () => [{ title: "Modules and clauses - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await curriculumPage(await personOf(request), { documentId: params.documentId ?? "" }));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await linkModule(actor, { ...values, curriculumId: params.documentId ?? "" }), values, ({ curriculumId, moduleId }) => seeOther(`/training/curricula/${curriculumId}#module-${moduleId}`));
}

export default function Links() {
  return <CurriculumPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}
