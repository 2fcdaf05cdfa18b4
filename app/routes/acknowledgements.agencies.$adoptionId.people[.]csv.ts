import type { LoaderFunctionArgs } from "@remix-run/node";
import { csvOf } from "~/domain/tables/csv";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { exportFile } from "~/http/export-file.server";
import { agencyAcknowledgement } from "~/queries/acknowledgement/acknowledgement-page.server";

/** Who has acknowledged an edition and who has not, for the agency's own files. Times are in UTC. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { document, edition, people } = found(await agencyAcknowledgement(await personOf(request), { adoptionId: params.adoptionId ?? "" }));
  const rows = people.map(({ name, email, at }) => [name, email, document.number, String(edition.number), at?.toISOString() ?? "", edition.hash]);
  return exportFile({
    content: csvOf([["Name", "E-mail", "Document", "Edition", "Acknowledged at", "SHA-256 of the text"], ...rows]),
    type: "text/csv; charset=utf-8",
    name: `${document.number} edition ${edition.number} acknowledged.csv`,
  });
}
