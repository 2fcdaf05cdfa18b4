import type { LoaderFunctionArgs } from "@remix-run/node";
import { anyone } from "~/domain/access/may";
import { fileOf, readFormat } from "~/editor/export/file-of.server";
import { found } from "~/http/answer.server";
import { exportFile } from "~/http/export-file.server";
import { libraryDocument } from "~/queries/library/library-document.server";
import { exportedEdition } from "~/ui/exported-text";

/** An edition in the public library as a file, for anybody; of one agency, with what that agency changed. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const format = readFormat(params.format);
  if (!format) throw new Response("There is no such export.", { status: 404 });
  const edition = /^[1-9]\d{0,5}$/.test(params.edition ?? "") ? Number(params.edition) : 0;
  const { searchParams } = new URL(request.url);
  const agencyId = searchParams.get("agency");
  const { document, agency, text: chosen } = found(await libraryDocument(anyone, { number: params.number ?? "", edition, agencyId }));
  if (!chosen || (agencyId !== null && !chosen.own)) throw new Response("There is no such edition.", { status: 404 });
  const own = chosen.own && agency ? { agency: agency.name, hash: chosen.own.hash } : null;
  const decisions = chosen.record?.decisions ?? [];
  const text = exportedEdition({ document, edition: chosen.edition, decisions: own ? decisions.filter(({ organization }) => organization.name === own.agency) : decisions, own, content: chosen.content });
  return exportFile(await fileOf(text, format), { shown: searchParams.has("shown") });
}
