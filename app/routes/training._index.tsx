import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { trainingPage } from "~/queries/training/training-page.server";
import { TrainingPage } from "~/ui/training-page";

export const meta: MetaFunction = () => [{ title: "Training - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  return found(await trainingPage(await personOf(request), null));
}

export default function Training() {
  return <TrainingPage {...useLoaderData<typeof loader>()} />;
}
