import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { measurePage } from "~/queries/evaluation/measure-page.server";
import { MeasureFigures } from "~/ui/measure-figures";
import { MeasurePage } from "~/ui/measure-page";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.measure.versions[0]?.name ?? "Measure"} - Concord` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await measurePage(await personOf(request), { measureId: params.measureId ?? "" }), request);
}

export default function OneMeasure() {
  const { figures, maySet, ...page } = useLoaderData<typeof loader>();
  return <MeasurePage {...page}>{figures && <MeasureFigures figures={figures} measureId={page.measure.id} maySet={maySet} />}</MeasurePage>;
}
