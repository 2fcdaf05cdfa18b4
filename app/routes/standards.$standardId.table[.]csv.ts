import type { LoaderFunctionArgs } from "@remix-run/node";
import { crosswalkFile, crosswalkTitles } from "~/domain/crosswalk/crosswalk-file";
import { csvOf } from "~/domain/tables/csv";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { exportFile } from "~/http/export-file.server";
import { wholeStandard } from "~/queries/crosswalk/standard-page.server";

/** A standard as a table: a line for each clause that answers, and one for each gap. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { standard, timeZone, requirements } = found(await wholeStandard(await personOf(request), { standardId: params.standardId ?? "" }));
  return exportFile({ content: csvOf([crosswalkTitles, ...crosswalkFile(requirements, timeZone)]), type: "text/csv; charset=utf-8", name: `crosswalk ${standard.name}.csv` });
}
