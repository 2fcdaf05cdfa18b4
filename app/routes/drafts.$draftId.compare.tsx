import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { comparedVersions } from "~/queries/drafting/draft-versions.server";
import { ComparePage } from "~/ui/drafting-compare";

export const meta: MetaFunction = () => [{ title: "Compare versions - Concord" }];

const version = z.coerce.number().int().min(0).max(1_000_000_000);
const asked = z.object({ from: version.catch(0), to: version.nullable().catch(null), reading: z.enum(["inline", "side"]).catch("inline") });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await personOf(request);
  const search = new URL(request.url).searchParams;
  const { from, to, reading } = asked.parse({ from: search.get("from") ?? 0, to: search.get("to"), reading: search.get("reading") });
  return { page: found(await comparedVersions(person, { draftId: params.draftId ?? "", from, to })), reading };
}

export default function Compare() {
  const { page, reading } = useLoaderData<typeof loader>();
  return <ComparePage {...page} reading={reading} />;
}
