import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { authorshipPage } from "~/queries/drafting/authorship.server";
import { AuthorshipPage } from "~/ui/authorship-page";

export const meta: MetaFunction = () => [{ title: "Who wrote what - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { places, ...page } = found(await authorshipPage(await personOf(request), params.draftId ?? ""));
  // Only the editor marks places in a text; the page draws the text itself.
  return { ...page, places: new URL(request.url).searchParams.has("beside") ? places : null };
}

export default function Authorship() {
  const { places: _places, ...page } = useLoaderData<typeof loader>();
  return <AuthorshipPage {...page} />;
}
