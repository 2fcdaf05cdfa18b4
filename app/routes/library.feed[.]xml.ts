import type { LoaderFunctionArgs } from "@remix-run/node";
import { anyone } from "~/domain/access/may";
import { found } from "~/http/answer.server";
import { libraryFeed } from "~/queries/library/library-feed.server";
import { atomFeed } from "~/ui/atom-feed";

export async function loader({ request }: LoaderFunctionArgs) {
  const feed = atomFeed(found(await libraryFeed(anyone, null)), new URL(request.url).origin);
  return new Response(feed, { headers: { "Content-Type": "application/atom+xml; charset=utf-8" } });
}
