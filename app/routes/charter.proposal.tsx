import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { proposeCharter } from "~/commands/voting/propose-charter.server";
import { charterLists } from "~/domain/voting/charter-form";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { charterForm, triedRules } from "~/queries/programs/charter-form.server";
import { Button, ButtonLink } from "~/ui/button";
import { CharterFields } from "~/ui/charter-fields";
import { CharterTrial } from "~/ui/charter-trial";
import { ErrorSummary } from "~/ui/error-summary";
import { Field, TextArea } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { ProgramNav } from "~/ui/program-nav";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Propose a change of the charter - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const sent = Object.fromEntries([...new Set(searchParams.keys())].map((name) => [name, charterLists.some((list) => list === name) ? searchParams.getAll(name) : (searchParams.get(name) ?? "")]));
  const page = found(await charterForm(await personOf(request), { tried: triedRules(sent) }), request);
  return { ...page, said: { title: searchParams.get("title") ?? "", why: searchParams.get("why") ?? "", affected: searchParams.get("affected") ?? "" } };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request, { lists: charterLists });
  return answer(await proposeCharter(actor, values), values, ({ id }) => seeOther(`/proposals/${id}`));
}

export default function ProposeCharter() {
  const { version, form, groups, trial, said } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const wrong = refused ?? (trial?.refusal ? { refusal: trial.refusal, values: {} } : undefined);
  return (
    <>
      <ProgramNav current="/charter" />
      <PageHead title="Propose a change of the charter" above={<a href="/charter">{`Charter version ${version}`}</a>} lead="Change what should change, see what it means and what it would have changed, then propose it. It is voted on by the rules in force; carried, it is the next version. Votes that were counted keep their rules." />
      {trial && <CharterTrial trial={trial} />}
      <form method="post" action="/charter/proposal" className="form rule-form" noValidate>
        <ErrorSummary errors={errorsOf(wrong)} />
        <CharterFields form={form} groups={groups} refused={wrong} />
        <h2>The proposal</h2>
        <Field label="Title" name="title" hint="Such as: Two thirds must consent." defaultValue={typed(refused, "title", said.title)} error={errorAt(refused, "title")} />
        <TextArea label="Why" name="why" required defaultValue={typed(refused, "why", said.why)} error={errorAt(refused, "why")} />
        <TextArea label="Who is affected" name="affected" required defaultValue={typed(refused, "affected", said.affected)} error={errorAt(refused, "affected")} />
        <div className="row">
          <Button>Propose these rules</Button>
          <Button look="secondary" formMethod="get" formNoValidate>
            Show what they mean
          </Button>
          <ButtonLink look="quiet" href="/charter">Back to the charter</ButtonLink>
        </div>
      </form>
    </>
  );
}
