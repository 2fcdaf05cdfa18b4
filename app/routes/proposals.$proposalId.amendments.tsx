import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { offerAmendment } from "~/commands/proposals/offer-amendment.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { amendmentForm } from "~/queries/proposals/amendment-forms.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Select, TextArea } from "~/ui/field";
import { NoticeLine } from "~/ui/notice-line";
import { PageHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Offer an amendment - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const clauseId = new URL(request.url).searchParams.get("clause") ?? "";
  return found(await amendmentForm(await personOf(request), { proposalId: params.proposalId ?? "", clauseId }), request);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  const offered = await offerAmendment(actor, { ...values, proposalId: params.proposalId ?? "" });
  return answer(offered, values, ({ proposalId, amendmentId }) => seeOther(`/proposals/${proposalId}#amendment-${amendmentId}`));
}

export default function OfferAmendment() {
  const { proposal, closed, clauses, chosen } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const back = `/proposals/${proposal.id}`;
  const here = `${back}/amendments`;
  return (
    <>
      <PageHead
        title="Offer an amendment"
        above={<a href={back}>{`Proposal ${proposal.number}, ${proposal.title}`}</a>}
        lead={closed ? undefined : "Other words for one clause, before the vote. The author accepts or refuses them; if they are refused, you can make a proposal of your own of them."}
      />
      {closed && <NoticeLine kind="info">{closed}</NoticeLine>}
      {!closed && !chosen && (
        <form method="get" action={here} className="form">
          <ErrorSummary errors={errorsOf(refused)} />
          <Select
            label="Which clause?"
            name="clause"
            required
            error={errorAt(refused, "clauseId")}
            hint="Clauses with lists, tables, footnotes or references are not here: suggest changes of those in the text itself."
            options={clauses.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}`.trim() }))}
          />
          <div className="row">
            <Button>Go on</Button>
            <ButtonLink look="secondary" href={back}>Back to the proposal</ButtonLink>
          </div>
        </form>
      )}
      {!closed && chosen && (
        <form method="post" action={`${here}?clause=${encodeURIComponent(chosen.id)}`} className="form" noValidate>
          <ErrorSummary errors={errorsOf(refused)} />
          <input type="hidden" name="clauseId" value={chosen.id} />
          <p>
            <strong>{`Clause ${chosen.number} ${chosen.title}`.trim()}</strong> <a href={here}>Choose another clause</a>
          </p>
          <TextArea label="The words that should stand there" name="words" required rows={10} defaultValue={typed(refused, "words", chosen.words)} error={errorAt(refused, "words")} hint="These are the words of the proposal now. Change what you want changed; a blank line begins a new paragraph." />
          <TextArea label="Why are these words better?" name="why" required defaultValue={typed(refused, "why")} error={errorAt(refused, "why")} />
          <div className="row">
            <Button>Offer the amendment</Button>
            <ButtonLink look="secondary" href={back}>Back to the proposal</ButtonLink>
          </div>
        </form>
      )}
    </>
  );
}
