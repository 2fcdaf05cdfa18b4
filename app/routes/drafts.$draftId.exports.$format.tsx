import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileOf, readFormat } from "~/editor/export/file-of.server";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { exportFile } from "~/http/export-file.server";
import { draftExport } from "~/queries/drafting/draft-export.server";
import { exportedDraft } from "~/ui/exported-text";

/** A working text as a file, as its readers see it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const format = readFormat(params.format);
  if (!format) throw new Response("There is no such export.", { status: 404 });
  const text = exportedDraft(found(await draftExport(await personOf(request), { draftId: params.draftId ?? "" })));
  return exportFile(await fileOf(text, format), { shown: new URL(request.url).searchParams.has("shown") });
}
