import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { draftPage } from "~/queries/drafting/draft-page.server";
import { sinceRead } from "~/queries/drafting/since-read.server";
import { DraftingPage } from "~/ui/drafting-page";
import { draftSinceRead } from "~/ui/since-read-of";

export const handle = { interactive: true };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.page.proposal ? `Text of proposal ${data.page.proposal.number} - Concord` : "Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await personOf(request);
  const page = found(await draftPage(person, { proposalId: params.proposalId ?? "" }));
  return { personId: person.personId, page, since: draftSinceRead(found(await sinceRead(person, page.draftId)), `/proposals/${page.proposal?.id ?? ""}/draft`) };
}

/** A text moves on by its own socket: what the page was opened with is not asked for again. */
export const shouldRevalidate = () => false;

export default function ProposalDraft() {
  const { personId, page, since } = useLoaderData<typeof loader>();
  const { draftId, version, content, clean, pen, authors, mayDecide, timeZone, document, proposal } = page;
  return (
    <DraftingPage
      desk={{ draftId, personId, title: proposal?.title ?? document.title, version, content, clean, pen, authors, mayDecide, timeZone }}
      since={since}
      above={<a href={`/proposals/${proposal?.id}`}>Proposal {proposal?.number}</a>}
      lead={`The text of ${document.number} ${document.title} as this proposal would have it.`}
    />
  );
}
