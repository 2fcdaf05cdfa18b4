import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { rebaseProposal } from "~/commands/proposals/rebase-proposal.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { proposalRebase } from "~/queries/proposals/proposal-rebase.server";
import { ButtonLink } from "~/ui/button";
import { NoticeLine } from "~/ui/notice-line";
import { PageHead } from "~/ui/page-head";
import { RebaseForm } from "~/ui/rebase-form";
import { UndecidedNotice } from "~/ui/undecided-notice";
import type { RefusedForm } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Bring a proposal up to date - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await proposalRebase(await personOf(request), { proposalId: params.proposalId ?? "" }));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  const proposalId = params.proposalId ?? "";
  const { chosen, rest } = choicesIn(values);
  return answer(await rebaseProposal(actor, { ...rest, choices: chosen, proposalId }), values, () => seeOther(`/proposals/${proposalId}`));
}

export default function Rebase() {
  const { proposal, document, baseEdition, latestEdition, staleInWords, mine, theirs, conflicts, undecided } = useLoaderData<typeof loader>();
  const refused = useActionData<RefusedForm>();
  const back = `/proposals/${proposal.id}`;
  return (
    <>
      <PageHead title="Bring it up to date" above={<a href={back}>{`Proposal ${proposal.number}, ${proposal.title}`}</a>} lead={staleInWords ?? undefined} />
      {staleInWords && <UndecidedNotice undecided={undecided} toDo="bring it up to date" />}
      {staleInWords && proposal.stage === "drafting" ? (
        <RebaseForm proposalId={proposal.id} base={baseEdition.number} latest={latestEdition} mine={mine} theirs={theirs} conflicts={conflicts} refused={refused} />
      ) : (
        <>
          <NoticeLine kind={refused ? "danger" : "success"}>{refused ? refused.refusal.reason : `This proposal starts from the latest edition of ${document.number}. There is nothing to bring up to date.`}</NoticeLine>
          <ButtonLink look="secondary" href={back}>Back to the proposal</ButtonLink>
        </>
      )}
    </>
  );
}

/** The fields "choice:" and a clause, apart from the others. */
function choicesIn(values: Record<string, string>): { chosen: Record<string, string>; rest: Record<string, string> } {
  const isChoice = ([name]: [string, string]) => name.startsWith("choice:");
  const entries = Object.entries(values);
  return {
    chosen: Object.fromEntries(entries.filter(isChoice).map(([name, value]) => [name.slice("choice:".length), value])),
    rest: Object.fromEntries(entries.filter((entry) => !isChoice(entry))),
  };
}
