import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { draftPage } from "~/queries/drafting/draft-page.server";
import { sinceRead } from "~/queries/drafting/since-read.server";
import { DraftingPage } from "~/ui/drafting-page";
import { draftSinceRead } from "~/ui/since-read-of";

export const handle = { interactive: true };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `Draft: ${data.page.document.title} - Concord` : "Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await personOf(request);
  const page = found(await draftPage(person, { documentId: params.documentId ?? "" }));
  return { personId: person.personId, page, since: draftSinceRead(found(await sinceRead(person, page.draftId)), `/documents/${page.document.id}/draft`) };
}

/** A text moves on by its own socket: what the page was opened with is not asked for again. */
export const shouldRevalidate = () => false;

export default function DocumentDraft() {
  const { personId, page, since } = useLoaderData<typeof loader>();
  const { draftId, version, content, clean, pen, authors, mayDecide, timeZone, document } = page;
  return <DraftingPage desk={{ draftId, personId, title: document.title, version, content, clean, pen, authors, mayDecide, timeZone }} above={<a href={`/documents/${document.id}`}>{document.number}</a>} since={since} lead="The working text, before it is an edition." />;
}
