import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { withdrawTrainee } from "~/commands/training/enroll-trainee.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { placePage } from "~/queries/training/course-pages.server";
import { RosterPage } from "~/ui/roster-page";

export const meta: MetaFunction = () => [{ title: "Off the list - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await placePage(await personOf(request), { enrollmentId: params.enrollmentId ?? "" }));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await withdrawTrainee(actor, { ...values, enrollmentId: params.enrollmentId ?? "" }), values, ({ courseId }) => seeOther(`/training/courses/${courseId}/people`));
}

export default function Place() {
  return <RosterPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}
