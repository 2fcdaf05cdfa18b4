import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { actorOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { frontPage } from "~/queries/home/front-page.server";
import { homePage } from "~/queries/home/home-page.server";
import { FrontPage } from "~/ui/front-page";
import { HomePage } from "~/ui/home-page";

export const meta: MetaFunction = () => [{ title: "Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await actorOf(request);
  if (actor.kind !== "person") return { home: null, front: found(await frontPage(actor, null)), timeZone: "UTC" };
  const home = found(await homePage(actor, null));
  return { home, front: null, timeZone: home.timeZone };
}

export default function Index() {
  const { home, front, timeZone } = useLoaderData<typeof loader>();
  if (home) return <HomePage home={home} timeZone={timeZone} />;
  return front ? <FrontPage front={front} /> : null;
}
