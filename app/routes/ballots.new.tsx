import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { openBallot } from "~/commands/voting/open-ballot.server";
import { kindMeanings, kindNames, questionKinds } from "~/domain/voting/kinds";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { questionForm } from "~/queries/voting/question-form.server";
import { PageHead } from "~/ui/page-head";
import { KindChoice, QuestionForm } from "~/ui/question-form";

export const meta: MetaFunction = () => [{ title: "Ask a question - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const kind = questionKinds.find((known) => known === searchParams.get("kind")) ?? null;
  const proposalIds = searchParams.getAll("proposal").slice(0, 20);
  return { kind, ...found(await questionForm(await personOf(request), { proposalIds }), request) };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request, { lists: ["times", "groupIds", "proposalIds"] });
  return answer(await openBallot(actor, values), values, ({ ballotId }) => seeOther(`/ballots/${ballotId}`));
}

export default function AskAQuestion() {
  const { kind, proposals, ...form } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const about = proposals.map(({ id }) => `&proposal=${id}`).join("");
  return (
    <>
      <PageHead
        title={kind ? kindNames[kind] : "Ask a question"}
        above={kind ? <a href={`/ballots/new${about.replace("&", "?")}`}>Another kind of question</a> : <a href="/ballots">Ballots</a>}
        lead={kind ? kindMeanings[kind] : "What kind of answer do you want?"}
      />
      {kind ? <QuestionForm kind={kind} proposals={proposals} {...form} refused={refused} /> : <KindChoice about={about} />}
    </>
  );
}
