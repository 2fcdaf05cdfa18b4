import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { openProposal } from "~/commands/proposals/open-proposal.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { refresherProposal, retentionAsked } from "~/queries/training/retention-page.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { PageHead } from "~/ui/page-head";
import { ProposalFields } from "~/ui/proposal-fields";
import { errorsOf } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Draft a refresher proposal - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { document, said } = found(await refresherProposal(await personOf(request), retentionAsked(new URL(request.url))), request);
  return { document, said };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await openProposal(actor, values), values, ({ id, week }) => seeOther(week ? `/training/weeks/${week}` : `/proposals/${id}/draft`));
}

export default function RefresherProposal() {
  const { document, said } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title="Draft a refresher proposal" above={<a href="/training/retention">What lasts</a>} lead={`A change of ${document.number}, ${document.title}. The figures stand below as its evidence; nothing is opened until you say so.`} />
      <form method="post" className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <input type="hidden" name="documentId" value={document.id} />
        <ProposalFields refused={refused} said={said} />
        <div className="row">
          <Button>Open the proposal</Button>
          <ButtonLink look="secondary" href="/training/retention">Back to the figures</ButtonLink>
        </div>
      </form>
    </>
  );
}
