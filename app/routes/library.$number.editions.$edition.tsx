import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { anyone } from "~/domain/access/may";
import { readingAsked } from "~/domain/plain-texts/languages";
import { found } from "~/http/answer.server";
import { libraryDocument } from "~/queries/library/library-document.server";
import { libraryView } from "~/queries/library/library-view.server";
import { LibraryPage } from "~/ui/library-page";

export const handle = { published: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.document.number} ${data.document.title}, edition ${data.text?.edition.number} - Concord` : "Library - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const edition = /^[1-9]\d{0,5}$/.test(params.edition ?? "") ? Number(params.edition) : 0;
  const { searchParams } = new URL(request.url);
  const agencyId = searchParams.get("agency") || null;
  const view = libraryView(found(await libraryDocument(anyone, { number: params.number ?? "", edition, agencyId, plain: readingAsked(searchParams) })));
  return { ...view, path: `/library/${encodeURIComponent(view.document.number)}/editions/${edition}${agencyId ? `?agency=${encodeURIComponent(agencyId)}` : ""}` };
}

export default function LibraryEdition() {
  return <LibraryPage {...useLoaderData<typeof loader>()} />;
}
