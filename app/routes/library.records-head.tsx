import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { anyone } from "~/domain/access/may";
import { found } from "~/http/answer.server";
import { headsInPublic } from "~/queries/records/public-heads.server";
import { RecordsHeadPage } from "~/ui/records-head-page";

export const handle = { published: true };

export const meta: MetaFunction = () => [{ title: "Signed head of the records - Concord" }];

export async function loader() {
  const { heads, timeZone } = found(await headsInPublic(anyone, { most: 30 }));
  return { heads, timeZone };
}

export default function RecordsHead() {
  return <RecordsHeadPage {...useLoaderData<typeof loader>()} />;
}
