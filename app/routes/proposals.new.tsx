import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { openProposal } from "~/commands/proposals/open-proposal.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { newProposal } from "~/queries/proposals/new-proposal.server";
import { Button, ButtonLink } from "~/ui/button";
import { ChosenClause } from "~/ui/chosen-clause";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import { Select } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { ProposalFields } from "~/ui/proposal-fields";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Propose a change - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await personOf(request);
  const { searchParams } = new URL(request.url);
  const page = found(await newProposal(actor, { documentId: searchParams.get("document") ?? "", clauseId: searchParams.get("clause") ?? "", concernId: searchParams.get("concern") ?? "" }));
  if (page.document.isCharter) throw seeOther("/charter/proposal");
  return page;
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await openProposal(actor, values), values, ({ id, week }) => seeOther(week ? `/training/weeks/${week}` : `/proposals/${id}/draft`));
}

export default function ProposeChange() {
  const { document, edition, clause, clauses, concern } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const back = `/documents/${document.id}`;
  const here = `/proposals/new?document=${document.id}${clause ? `&clause=${encodeURIComponent(clause.id)}` : ""}${concern ? `&concern=${concern.id}` : ""}`;
  return (
    <>
      <PageHead
        title="Propose a change"
        above={<a href={back}>{`${document.number}, ${document.title}`}</a>}
        lead={edition === null ? undefined : `Your proposal starts from edition ${edition}. On the next page you change the text; other members may write in it with you.`}
      />
      {edition === null ? (
        <EmptyState title="This document has no edition yet." step={<ButtonLink look="secondary" href={back}>Back to the document</ButtonLink>}>
          <p>Its draft can still be written freely. Proposals begin once an agency has adopted it.</p>
        </EmptyState>
      ) : (
        <form method="post" action={here} className="form" noValidate>
          <ErrorSummary errors={errorsOf(refused)} />
          <input type="hidden" name="documentId" value={document.id} />
          {concern && (
            <>
              <p className="quiet">It takes up this concern. Whoever wrote it reads so with their code.</p>
              <blockquote className="why said">{concern.body}</blockquote>
              <input type="hidden" name="concernId" value={concern.id} />
            </>
          )}
          {clause ? (
            <>
              <ChosenClause number={clause.number} title={clause.title} blocks={clause.ownContent} />
              <input type="hidden" name="clauseId" value={clause.id} />
            </>
          ) : (
            <Select
              label="Clause"
              name="clauseId"
              defaultValue={typed(refused, "clauseId")}
              error={errorAt(refused, "clauseId")}
              options={[{ value: "", label: "The whole document" }, ...clauses.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}`.trim() }))]}
            />
          )}
          <ProposalFields refused={refused} said={concern ? { why: concern.body } : {}} />
          <div className="row">
            <Button>Open the proposal</Button>
            <ButtonLink look="secondary" href={back}>Back to the document</ButtonLink>
          </div>
        </form>
      )}
    </>
  );
}
