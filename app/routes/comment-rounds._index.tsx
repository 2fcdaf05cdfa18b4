import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { commentRoundList } from "~/queries/public-comment/comment-round-pages.server";
import { CommentRoundLines } from "~/ui/comment-round-lines";
import { EmptyState } from "~/ui/empty-state";
import { PageHead, SectionHead } from "~/ui/page-head";

export const meta: MetaFunction = () => [{ title: "Public comment - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { now, standing, over } = found(await commentRoundList(await personOf(request), null));
  return { now, standing, over: over.map((round) => ({ ...round, phase: round.state === "closed" ? ("closed" as const) : ("withdrawn" as const) })) };
}

export default function CommentRounds() {
  const { now, standing, over } = useLoaderData<typeof loader>();
  const said = (waiting: number) => (waiting === 0 ? "No comment waits." : waiting === 1 ? "One comment waits for an answer." : `${waiting} comments wait for an answer.`);
  return (
    <>
      <PageHead title="Public comment" above={<a href="/proposals">Proposals</a>} lead="What the public was asked, and what waits for an answer. A coordinator opens a round from the page of a proposal, or of a document before its first edition." />
      {standing.length === 0 ? <EmptyState title="No round is under way." step={<a href="/proposals">Choose a proposal</a>} /> : <CommentRoundLines rounds={standing} path="/comment-rounds" now={now} said={said} />}
      {over.length > 0 && (
        <section className="section" aria-labelledby="over">
          <SectionHead title="Over" id="over" />
          <CommentRoundLines rounds={over} path="/comment-rounds" now={now} said={said} />
        </section>
      )}
    </>
  );
}
