import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { draftPage } from "~/queries/drafting/draft-page.server";
import { DraftingPage } from "~/ui/drafting-page";

export const handle = { interactive: true };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `Draft: ${data.page.document.title} - Concord` : "Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await personOf(request);
  return { personId: person.personId, page: found(await draftPage(person, { documentId: params.documentId ?? "" })) };
}

/** A text moves on by its own socket: what the page was opened with is not asked for again. */
export const shouldRevalidate = () => false;

export default function DocumentDraft() {
  const { personId, page } = useLoaderData<typeof loader>();
  const { draftId, version, content, clean, pen, document } = page;
  return <DraftingPage desk={{ draftId, personId, title: document.title, version, content, clean, pen }} above={<a href={`/documents/${document.id}`}>{document.number}</a>} lead="The working text, before it is an edition." />;
}
