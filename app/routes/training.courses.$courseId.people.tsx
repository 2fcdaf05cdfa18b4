import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { enrollTrainee } from "~/commands/training/enroll-trainee.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { rosterPage } from "~/queries/training/course-pages.server";
import { RosterPage } from "~/ui/roster-page";

export const meta: MetaFunction = () => [{ title: "Our people in a course - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await rosterPage(await personOf(request), { courseId: params.courseId ?? "", letters: new URL(request.url).searchParams.get("name") ?? "" }));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await enrollTrainee(actor, { ...values, courseId: params.courseId ?? "" }), values, ({ courseId }) => seeOther(`/training/courses/${courseId}/people`));
}

export default function Roster() {
  return <RosterPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}
