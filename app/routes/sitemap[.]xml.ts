import type { LoaderFunctionArgs } from "@remix-run/node";
import { anyone } from "~/domain/access/may";
import { found } from "~/http/answer.server";
import { siteMap } from "~/queries/library/site-map.server";
import { siteMapXml } from "~/ui/site-map";

export async function loader({ request }: LoaderFunctionArgs) {
  const map = siteMapXml(found(await siteMap(anyone, null)), new URL(request.url).origin);
  return new Response(map, { headers: { "Content-Type": "application/xml; charset=utf-8" } });
}
