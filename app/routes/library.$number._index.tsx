import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { anyone } from "~/domain/access/may";
import { dayAsked } from "~/domain/library/text-asked";
import { readingAsked } from "~/domain/plain-texts/languages";
import { found } from "~/http/answer.server";
import { libraryDocument } from "~/queries/library/library-document.server";
import { LibraryPage } from "~/ui/library-page";
import { libraryView } from "~/queries/library/library-view.server";

export const handle = { published: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.document.number} ${data.document.title} - Concord` : "Library - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const typed = searchParams.get("asOf");
  const day = dayAsked(typed);
  const agencyId = searchParams.get("agency") || null;
  const asOf = day.ok ? day.value : null;
  const view = libraryView(found(await libraryDocument(anyone, { number: params.number ?? "", edition: null, agencyId: day.ok ? agencyId : null, asOf, plain: readingAsked(searchParams) })));
  const asked = new URLSearchParams({ ...(asOf ? { asOf } : {}), ...(agencyId ? { agency: agencyId } : {}) }).toString();
  const path = `/library/${encodeURIComponent(view.document.number)}${asked && `?${asked}`}`;
  const wrongDay = day.ok ? undefined : { typed: typed ?? "", message: day.reason };
  return data({ ...view, path, wrongDay }, { status: day.ok ? 200 : day.status });
}

export default function LibraryNewest() {
  return <LibraryPage {...useLoaderData<typeof loader>()} />;
}
