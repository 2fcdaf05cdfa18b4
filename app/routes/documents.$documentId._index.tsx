import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { dayAsked } from "~/domain/library/text-asked";
import { readingAsked } from "~/domain/plain-texts/languages";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { documentPage } from "~/queries/documents/document-page.server";
import { editionSinceRead } from "~/queries/documents/since-read.server";
import { DocumentPage } from "~/ui/document-page";
import { editionSinceReadOf } from "~/ui/since-read-of";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.document.number} ${data.document.title} - Concord` : "Document - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const asked = searchParams.get("edition");
  const edition = asked === null ? null : /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 0;
  const person = await personOf(request);
  const documentId = params.documentId ?? "";
  const typed = searchParams.get("asOf");
  const day = dayAsked(typed);
  const agencyId = searchParams.get("agency") || null;
  const page = found(await documentPage(person, { documentId, edition, agencyId: day.ok ? agencyId : null, asOf: day.ok ? day.value : null, plain: readingAsked(searchParams) }));
  const wrongDay = day.ok ? undefined : { typed: typed ?? "", message: day.reason };
  const shown = { ...page, wrongDay, sinceRead: editionSinceReadOf(found(await editionSinceRead(person, documentId))) };
  return data(shown, { status: day.ok ? 200 : day.status });
}

export default function Document() {
  return <DocumentPage {...useLoaderData<typeof loader>()} />;
}
