import type { LoaderFunctionArgs } from "@remix-run/node";
import { anyone } from "~/domain/access/may";
import { found } from "~/http/answer.server";
import { publicPlan } from "~/queries/evaluation/plan-version.server";
import PublishedPlan, { meta } from "./library.plans.$number._index";

export const handle = { published: true };
export { meta };

export async function loader({ params }: LoaderFunctionArgs) {
  const version = /^\d{1,4}$/.test(params.version ?? "") ? Number(params.version) : 0;
  return found(await publicPlan(anyone, { number: params.number ?? "", version }));
}

export default PublishedPlan;
