import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { anyone } from "~/domain/access/may";
import { readingAsked } from "~/domain/plain-texts/languages";
import { found } from "~/http/answer.server";
import { libraryDocument } from "~/queries/library/library-document.server";
import { libraryView } from "~/queries/library/library-view.server";
import { LibraryPage } from "~/ui/library-page";

export const handle = { published: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.document.number} ${data.document.title}, edition ${data.edition.number} - Concord` : "Library - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const edition = /^[1-9]\d{0,5}$/.test(params.edition ?? "") ? Number(params.edition) : 0;
  return libraryView(found(await libraryDocument(anyone, { number: params.number ?? "", edition, plain: readingAsked(new URL(request.url).searchParams) })));
}

export default function LibraryEdition() {
  const view = useLoaderData<typeof loader>();
  return <LibraryPage {...view} path={`/library/${view.document.number}/editions/${view.edition.number}`} />;
}
