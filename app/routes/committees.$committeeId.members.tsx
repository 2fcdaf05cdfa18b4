import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { joinCommittee } from "~/commands/programs/change-committee.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { committeeMembers } from "~/queries/programs/committees-page.server";
import { Button, ButtonLink } from "~/ui/button";
import { ChooseMember } from "~/ui/committee";
import { ErrorSummary } from "~/ui/error-summary";
import { PageHead } from "~/ui/page-head";
import { errorsOf } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Add somebody to a committee - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await committeeMembers(await personOf(request), { committeeId: params.committeeId ?? "" }), request);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await joinCommittee(actor, { ...values, committeeId: params.committeeId ?? "" }), values, ({ committeeId }) => seeOther(`/committees#committee-${committeeId}`));
}

export default function CommitteeMembers() {
  const { committee, others } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title="Add somebody" above={<a href={`/committees#committee-${committee.id}`}>{committee.name}</a>} lead={committee.missing ?? undefined} />
      <form method="post" action={`/committees/${committee.id}/members`} className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <ChooseMember committee={committee.name} people={others} refused={refused} />
        <div className="row">
          <Button>Add</Button>
          <ButtonLink look="secondary" href={`/committees#committee-${committee.id}`}>Back to the committees</ButtonLink>
        </div>
      </form>
    </>
  );
}
