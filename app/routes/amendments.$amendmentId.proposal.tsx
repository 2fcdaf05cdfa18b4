import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { promoteAmendment } from "~/commands/proposals/promote-amendment.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { amendmentPromotionForm } from "~/queries/proposals/amendment-forms.server";
import { AmendedWords } from "~/ui/amendments";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { NoticeLine } from "~/ui/notice-line";
import { PageHead } from "~/ui/page-head";
import { ProposalFields } from "~/ui/proposal-fields";
import { errorsOf } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Make an amendment a proposal - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await amendmentPromotionForm(await personOf(request), { amendmentId: params.amendmentId ?? "" }), request);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await promoteAmendment(actor, { ...values, amendmentId: params.amendmentId ?? "" }), values, ({ id }) => seeOther(`/proposals/${id}`));
}

export default function PromoteAmendment() {
  const { amendment, proposal, document, affected, closed } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const back = `/proposals/${proposal.id}`;
  return (
    <>
      <PageHead
        title="Make it a proposal of its own"
        above={<a href={back}>{`Amendment ${amendment.number} to proposal ${proposal.number}, ${proposal.title}`}</a>}
        lead={closed ? undefined : `The new proposal changes this clause of the latest edition of ${document.number}, with your words. Both pages show where it came from.`}
      />
      {closed ? (
        <NoticeLine kind="info">{closed}</NoticeLine>
      ) : (
        <>
          <div className="stack">
            <AmendedWords spans={amendment.spans} why={amendment.why} />
          </div>
          <form method="post" action={`/amendments/${amendment.id}/proposal`} className="form section" noValidate>
            <ErrorSummary errors={errorsOf(refused)} />
            <ProposalFields refused={refused} said={{ why: amendment.why, affected }} />
            <div className="row">
              <Button>Open the proposal</Button>
              <ButtonLink look="secondary" href={back}>Back to the proposal</ButtonLink>
            </div>
          </form>
        </>
      )}
    </>
  );
}
