import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { setService } from "~/commands/training/set-service.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { traineePage } from "~/queries/training/course-pages.server";
import { TraineesPage } from "~/ui/trainees-page";

export const meta: MetaFunction = () => [{ title: "Our people in training - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await traineePage(await personOf(request), { traineeId: params.traineeId ?? "" }));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await setService(actor, { ...values, traineeId: params.traineeId ?? "" }), values, () => seeOther("/training/people"));
}

export default function Service() {
  return <TraineesPage {...useLoaderData<typeof loader>()} refusedService={useActionData<typeof action>()} />;
}
