import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { placeModule } from "~/commands/training/place-module.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { weekPage } from "~/queries/training/week-page.server";
import { WeekPage } from "~/ui/week-page";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `The week of ${data?.document.title ?? "a curriculum"} - Concord` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await weekPage(await personOf(request), { draftId: params.draftId ?? "" }));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  const moved = await placeModule(actor, { ...values, draftId: params.draftId ?? "", moduleId: params.moduleId ?? "" });
  return answer(moved, values, ({ draftId, moduleId }) => seeOther(`/training/weeks/${draftId}?moved=${encodeURIComponent(moduleId)}#module-${encodeURIComponent(moduleId)}`));
}

export default function PlaceOfModule() {
  return <WeekPage {...useLoaderData<typeof loader>()} moved={null} refused={useActionData<typeof action>()} />;
}
