import type { LoaderFunctionArgs } from "@remix-run/node";
import { anyone } from "~/domain/access/may";
import { fileOf, readFormat } from "~/editor/export/file-of.server";
import { found } from "~/http/answer.server";
import { exportFile } from "~/http/export-file.server";
import { libraryDocument } from "~/queries/library/library-document.server";
import { exportedEdition } from "~/ui/exported-text";

/** An edition in the public library as a file, for anybody. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const format = readFormat(params.format);
  if (!format) throw new Response("There is no such export.", { status: 404 });
  const edition = /^[1-9]\d{0,5}$/.test(params.edition ?? "") ? Number(params.edition) : 0;
  const { document, text: chosen } = found(await libraryDocument(anyone, { number: params.number ?? "", edition }));
  if (!chosen) throw new Response("There is no such edition.", { status: 404 });
  const text = exportedEdition({ document, edition: chosen.edition, decisions: chosen.record?.decisions ?? [], content: chosen.content });
  return exportFile(await fileOf(text, format), { shown: new URL(request.url).searchParams.has("shown") });
}
