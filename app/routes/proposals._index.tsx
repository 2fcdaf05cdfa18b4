import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { proposalStages } from "~/domain/proposals/stages";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { numberAsked } from "~/http/number-asked";
import { proposalList } from "~/queries/proposals/proposal-list.server";
import { ButtonLink } from "~/ui/button";
import { PageHead } from "~/ui/page-head";
import { ProposalList } from "~/ui/proposal-list";

export const meta: MetaFunction = () => [{ title: "Proposals - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await personOf(request);
  const asked = new URL(request.url).searchParams;
  const before = numberAsked(asked.get("before"));
  return found(await proposalList(actor, { stage: proposalStages.find((stage) => stage === asked.get("stage")) ?? "", ...(before ? { before } : {}) }));
}

export default function Proposals() {
  return (
    <>
      <PageHead
        title="Proposals"
        lead="Changes that members want, from the first draft to the text in force."
        actions={
          <>
            <ButtonLink look="secondary" href="/ballots">Questions to the members</ButtonLink>
            <ButtonLink look="quiet" href="/comment-rounds">Public comment</ButtonLink>
          </>
        }
      />
      <ProposalList {...useLoaderData<typeof loader>()} />
    </>
  );
}
