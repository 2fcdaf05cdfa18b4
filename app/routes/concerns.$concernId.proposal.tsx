import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { linkToProposal } from "~/commands/concerns/link-concern.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { concernTakeUp } from "~/queries/concerns/concern-pages.server";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Select } from "~/ui/field";
import { NoticeLine } from "~/ui/notice-line";
import { PageHead, SectionHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Take up a concern - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await concernTakeUp(await personOf(request), { concernId: params.concernId ?? "" }), request);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await linkToProposal(actor, { ...values, concernId: params.concernId ?? "" }), values, ({ concernId }) => seeOther(`/concerns/${concernId}`));
}

export default function TakeUp() {
  const { concern, closed, proposals, documents } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const titles = (lines: readonly { id: string; number: number | string; title: string }[]) => lines.map(({ id, number, title }) => ({ value: id, label: `${number}. ${title}` }));
  return (
    <>
      <PageHead title="Take it up in a proposal" above={<a href={`/concerns/${concern.id}`}>A concern</a>} lead="Whoever wrote it reads with their code which proposal takes it up." />
      <blockquote className="why said">{concern.body}</blockquote>
      {closed ? (
        <NoticeLine kind="info">{closed}</NoticeLine>
      ) : (
        <>
          <section className="section" aria-labelledby="new-one">
            <SectionHead title="In a new proposal" id="new-one" />
            <form method="get" action="/proposals/new" className="form">
              <input type="hidden" name="concern" value={concern.id} />
              <Select label="Which document should change?" name="document" required options={titles(documents)} />
              <Button>Go on to the proposal</Button>
            </form>
          </section>
          <section className="section" aria-labelledby="open-one">
            <SectionHead title="In a proposal that is open" id="open-one" />
            <form method="post" action={`/concerns/${concern.id}/proposal`} className="form" noValidate>
              <ErrorSummary errors={errorsOf(refused)} />
              <Select label="Which proposal?" name="proposalId" required defaultValue={typed(refused, "proposalId")} error={errorAt(refused, "proposalId")} options={[{ value: "", label: "Choose a proposal" }, ...titles(proposals)]} />
              <Button look="secondary">Say that it takes this up</Button>
            </form>
          </section>
        </>
      )}
    </>
  );
}
