import type { LoaderFunctionArgs } from "@remix-run/node";
import { varianceFile, varianceTitles } from "~/domain/decisions/variance";
import { csvOf } from "~/domain/tables/csv";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { exportFile } from "~/http/export-file.server";
import { wholeVariance } from "~/queries/decisions/variance-matrix.server";

/** The whole matrix of policy by agency, a line for each difference. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { rows, now, today } = found(await wholeVariance(await personOf(request), null));
  return exportFile({ content: csvOf([varianceTitles, ...varianceFile(rows, now)]), type: "text/csv; charset=utf-8", name: `policy by agency ${today}.csv` });
}
