import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileOf, readFormat } from "~/editor/export/file-of.server";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { exportFile } from "~/http/export-file.server";
import { editionExport } from "~/queries/library/edition-export.server";
import { exportedEdition } from "~/ui/exported-text";

/** An edition as a file, for those who may read the document; of one agency, with what that agency changed. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const format = readFormat(params.format);
  if (!format) throw new Response("There is no such export.", { status: 404 });
  const edition = /^[1-9]\d{0,5}$/.test(params.edition ?? "") ? Number(params.edition) : 0;
  const { searchParams } = new URL(request.url);
  const text = exportedEdition(found(await editionExport(await personOf(request), { documentId: params.documentId ?? "", edition, agencyId: searchParams.get("agency") })));
  return exportFile(await fileOf(text, format), { shown: searchParams.has("shown") });
}
