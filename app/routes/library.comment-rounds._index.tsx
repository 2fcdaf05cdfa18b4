import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { anyone } from "~/domain/access/may";
import { found } from "~/http/answer.server";
import { commentRoundsInPublic } from "~/queries/public-comment/comment-round-in-public.server";
import { CommentRoundLines } from "~/ui/comment-round-lines";
import { EmptyState } from "~/ui/empty-state";
import { LibraryFoot } from "~/ui/library-foot";
import { PageHead, SectionHead } from "~/ui/page-head";

export const handle = { published: true };

export const meta: MetaFunction = () => [{ title: "Public comment - Concord" }, { name: "description", content: "Texts that the public is asked about, and the answer to every comment." }];

export async function loader() {
  const { now, standing, closed } = found(await commentRoundsInPublic(anyone, null));
  return { now, standing, closed: closed.map((round) => ({ ...round, phase: "closed" as const })) };
}

export default function PublicCommentRounds() {
  const { now, standing, closed } = useLoaderData<typeof loader>();
  const said = (comments: number) => (comments === 1 ? "One comment." : `${comments} comments.`);
  return (
    <>
      <PageHead title="Public comment" above={<a href="/library">Library</a>} lead="Before the groups vote, anybody may say what is right or wrong with a text. Every comment is shown, and each gets an answer." />
      {standing.length === 0 ? <EmptyState title="The public is asked about no text just now." /> : <CommentRoundLines rounds={standing} path="/library/comment-rounds" now={now} said={said} />}
      {closed.length > 0 && (
        <section className="section" aria-labelledby="answered">
          <SectionHead title="Answered and closed" id="answered" />
          <CommentRoundLines rounds={closed} path="/library/comment-rounds" now={now} said={said} />
        </section>
      )}
      <LibraryFoot />
    </>
  );
}
