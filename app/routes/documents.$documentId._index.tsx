import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
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
  const page = found(await documentPage(person, { documentId, edition, plain: readingAsked(searchParams) }));
  return { ...page, sinceRead: editionSinceReadOf(found(await editionSinceRead(person, documentId))) };
}

export default function Document() {
  return <DocumentPage {...useLoaderData<typeof loader>()} />;
}
