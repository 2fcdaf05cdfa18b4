import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { curriculumPage } from "~/queries/training/curriculum-page.server";
import { CurriculumPage } from "~/ui/curriculum-page";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.document.title ?? "Curriculum"} - Concord` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await curriculumPage(await personOf(request), { documentId: params.documentId ?? "" }));
}

export default function Curriculum() {
  return <CurriculumPage {...useLoaderData<typeof loader>()} />;
}
