import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { setHeadcount } from "~/commands/training/set-headcount.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { traineesPage } from "~/queries/training/course-pages.server";
import { TraineesPage } from "~/ui/trainees-page";

export const meta: MetaFunction = () => [{ title: "Headcount - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  return found(await traineesPage(await personOf(request), { after: "", letters: "", shown: "all" }));
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await setHeadcount(actor, values), values, () => seeOther("/training/people#headcount"));
}

export default function Headcount() {
  return <TraineesPage {...useLoaderData<typeof loader>()} refusedHeadcount={useActionData<typeof action>()} />;
}
