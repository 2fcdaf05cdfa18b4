import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { addTrainee } from "~/commands/training/add-trainee.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { peopleShown, traineesPage } from "~/queries/training/course-pages.server";
import { TraineesPage } from "~/ui/trainees-page";

export const meta: MetaFunction = () => [{ title: "Our people in training - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  return found(await traineesPage(await personOf(request), { after: asked.get("after") ?? "", letters: asked.get("name") ?? "", shown: peopleShown.find((known) => known === asked.get("show")) ?? "all" }));
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await addTrainee(actor, values), values, () => seeOther("/training/people"));
}

export default function Trainees() {
  return <TraineesPage {...useLoaderData<typeof loader>()} refusedPerson={useActionData<typeof action>()} />;
}
