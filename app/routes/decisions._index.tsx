import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { closeOverdue } from "~/commands/voting/close-overdue.server";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { decisionList } from "~/queries/decisions/decision-list.server";
import { AgencyDecisions, type DecisionLine } from "~/ui/agency-decisions";
import { EmptyState } from "~/ui/empty-state";
import { PageHead, SectionHead } from "~/ui/page-head";

export const meta: MetaFunction = () => [{ title: "Decisions - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await personOf(request);
  await closeOverdue();
  return { ...found(await decisionList(actor, null), request), isHead: actor.roles.includes("approver") };
}

export default function Decisions() {
  const { mine, others, answered, isHead, timeZone, now } = useLoaderData<typeof loader>();
  const list = (id: string, title: string, decisions: readonly DecisionLine[], button: string) =>
    decisions.length > 0 && (
      <section aria-labelledby={id} className="section">
        <SectionHead title={title} id={id} />
        <AgencyDecisions decisions={decisions} timeZone={timeZone} now={now} named="text" button={button} />
      </section>
    );
  return (
    <>
      <PageHead title="Decisions" lead="What the groups carried, each agency decides for itself, in writing and by a date." actions={<a href="/decisions/variance">Policy by agency</a>} />
      {list("needs-your-decision", "Needs your decision", mine, "Decide")}
      {isHead && mine.length === 0 && <EmptyState title="Nothing needs your decision." />}
      {list("waiting", isHead ? "Waiting for other agencies" : "Waiting for a decision", others, "Open")}
      {list("answered", "Decided", answered, "Read")}
      {mine.length + others.length + answered.length === 0 && !isHead && <EmptyState title="No agency has been asked yet.">A decision is asked for when a vote carries, or when a coordinator sends a first edition to the agency heads.</EmptyState>}
    </>
  );
}
