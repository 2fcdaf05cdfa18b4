import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { authorshipPage } from "~/queries/drafting/authorship.server";
import { AuthorshipPage } from "~/ui/authorship-page";

export const meta: MetaFunction = () => [{ title: "Who wrote what - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await authorshipPage(await personOf(request), params.draftId ?? ""));
}

export default function Authorship() {
  return <AuthorshipPage {...useLoaderData<typeof loader>()} />;
}
