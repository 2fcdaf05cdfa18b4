import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { anyone } from "~/domain/access/may";
import { found } from "~/http/answer.server";
import { publicCommentPage } from "~/queries/public-comment/comment-round-in-public.server";
import { When } from "~/ui/dates";
import { LibraryFoot } from "~/ui/library-foot";
import { NoticeLine } from "~/ui/notice-line";
import { PageHead } from "~/ui/page-head";
import { onClause, PublicComment } from "~/ui/public-comment";

export const handle = { published: true };

export const meta: MetaFunction = () => [{ title: "A comment and its answer - Concord" }, { name: "robots", content: "noindex" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { now, round, comment, clause } = found(await publicCommentPage(anyone, { reference: params.reference ?? "" }));
  const { origin, searchParams } = new URL(request.url);
  return { now, round, comment, clause, sent: searchParams.has("sent"), address: `${origin}/library/comments/${comment.reference}` };
}

export default function CommentAndAnswer() {
  const { now, round, comment, clause, sent, address } = useLoaderData<typeof loader>();
  return (
    <article>
      <PageHead title="A comment and its answer" above={<a href={`/library/comment-rounds/${round.id}`}>{round.proposal?.title ?? round.document.title}</a>} />
      {sent && (
        <NoticeLine kind="success" title="Your comment is in.">
          Its answer will stand on this page. Keep the address: <code className="hash">{address}</code>
        </NoticeLine>
      )}
      <div className="remark stack">
        <PublicComment comment={comment} on={onClause(clause)} timeZone={round.timeZone} waitingWords="Waits for an answer. Every comment has one before the round is closed." />
      </div>
      {round.phase === "open" && (
        <p className="quiet">
          The round is open until <When at={round.closesAt} timeZone={round.timeZone} now={now} />.
        </p>
      )}
      <LibraryFoot />
    </article>
  );
}
