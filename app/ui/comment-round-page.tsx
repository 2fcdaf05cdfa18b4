import { commentPhaseNames, type CommentPhase } from "~/domain/public-comment/phases";
import type { Disposition } from "~/domain/public-comment/dispositions";
import { ButtonLink } from "./button";
import { When } from "./dates";
import { KeyFacts } from "./key-facts";
import { NoticeLine } from "./notice-line";
import { PageHead, SectionHead } from "./page-head";
import { onClause, PublicComment } from "./public-comment";

type Moment = Date | string;

export type CommentRoundFacts = {
  id: string;
  number: number;
  question: string;
  opensAt: Moment;
  closesAt: Moment;
  closedAt: Moment | null;
  withdrawnReason: string;
  timeZone: string;
  phase: CommentPhase;
  document: { id: string; number: string; title: string };
  proposal: { id: string; number: number; title: string } | null;
  lastDay: string;
};

export type CommentToAnswer = {
  id: string;
  reference: string;
  clauseId: string | null;
  name: string;
  body: string;
  at: Moment;
  hiddenReason: string;
  hiddenAt: Moment | null;
  disposition: Disposition | null;
  answer: string;
  answeredAt: Moment | null;
  answeredBy: { name: string; organization: { name: string } } | null;
  clause: { number: string; title: string } | null;
  waiting: boolean;
  doubts: readonly string[];
};

type Props = {
  now: Moment;
  round: CommentRoundFacts;
  comments: readonly (CommentToAnswer & { number: number })[];
  counts: { comments: number; waiting: number };
  page: number;
  pages: number;
  may: Record<"extend" | "close" | "withdraw" | "answer" | "hide", boolean>;
};

/** A round for those who answer it: what waits, and what can be done with the round. */
export function CommentRoundPage({ now, round, comments, counts, page, pages, may }: Props) {
  const here = `/comment-rounds/${round.id}`;
  const { timeZone } = round;
  return (
    <>
      <PageHead
        title={titleOfRound(round)}
        above={<a href="/comment-rounds">Public comment</a>}
        lead={commentPhaseNames[round.phase]}
        actions={
          <>
            {may.close && counts.waiting === 0 && <ButtonLink href={`${here}/closing`}>Close the round</ButtonLink>}
            {may.extend && <ButtonLink look="secondary" href={`${here}/last-day`}>Give more time</ButtonLink>}
            {may.withdraw && <ButtonLink look="secondary" href={`${here}/withdrawal`}>Withdraw</ButtonLink>}
            {round.phase !== "withdrawn" && <ButtonLink look="quiet" href={`/library/comment-rounds/${round.id}`}>As the public sees it</ButtonLink>}
          </>
        }
      />
      {round.withdrawnReason && <NoticeLine kind="info" title="Withdrawn before it began.">{round.withdrawnReason}</NoticeLine>}
      <KeyFacts
        inLine
        facts={[
          { term: "Text", fact: <a href={round.proposal ? `/proposals/${round.proposal.id}` : `/documents/${round.document.id}`}>{round.proposal ? `Proposal ${round.proposal.number}` : round.document.number}</a> },
          { term: "Begins", fact: <When at={round.opensAt} timeZone={timeZone} /> },
          { term: "Ends", fact: <When at={round.closesAt} timeZone={timeZone} now={round.phase === "open" ? now : undefined} /> },
          { term: "Comments", fact: counts.comments },
          { term: "Waiting for an answer", fact: may.close && counts.waiting > 0 ? `${counts.waiting}. The round can be closed when each has one.` : counts.waiting },
        ]}
      />
      <section className="section" aria-labelledby="comments">
        <SectionHead title="Comments" id="comments" />
        {comments.length === 0 && <p className="quiet">No comment has come yet.</p>}
        {comments.map((comment) => (
          <section key={comment.id} id={`comment-${comment.reference}`} className="remark stack" aria-label={`Comment ${comment.number}`}>
            <h3>{`Comment ${comment.number}`}</h3>
            <AnsweredComment comment={comment} number={comment.number} timeZone={timeZone} />
            <div className="row">
              {may.answer && <a href={`/public-comments/${comment.id}/answer`} aria-label={`${comment.disposition ? "Better the answer" : "Answer"}: comment ${comment.number}`}>{comment.disposition ? "Better the answer" : "Answer"}</a>}
              {may.hide && <a href={`/public-comments/${comment.id}/hiding`} aria-label={`${comment.hiddenAt ? "Show again" : "Hide"}: comment ${comment.number}`}>{comment.hiddenAt ? "Show again" : "Hide"}</a>}
            </div>
          </section>
        ))}
        {pages > 1 && (
          <nav aria-label="Pages of comments" className="row">
            {page > 1 && <a href={`${here}?page=${page - 1}#comments`}>Earlier comments</a>}
            <span className="quiet">{`Page ${page} of ${pages}`}</span>
            {page < pages && <a href={`${here}?page=${page + 1}#comments`}>Later comments</a>}
          </nav>
        )}
      </section>
    </>
  );
}

/** A comment as those see it who answer: hidden words too, with what may tell who somebody is. */
export function AnsweredComment({ comment, number, timeZone }: { comment: CommentToAnswer; number: number; timeZone: string }) {
  return (
    <>
      {comment.hiddenAt && <NoticeLine kind="info" title="Hidden from the public.">{comment.hiddenReason}</NoticeLine>}
      {comment.doubts.length > 0 && <NoticeLine kind="warning" title="May tell who somebody is.">{comment.doubts.join("; ")}</NoticeLine>}
      <PublicComment
        comment={{ ...comment, number, hidden: null, answeredBy: comment.answeredBy && `${comment.answeredBy.name}, ${comment.answeredBy.organization.name}` }}
        on={onClause(comment.clause)}
        timeZone={timeZone}
        waitingWords={comment.waiting ? "Waits for an answer." : ""}
      />
    </>
  );
}

export function titleOfRound({ number, document, proposal }: Pick<CommentRoundFacts, "number" | "document" | "proposal">): string {
  return `Public comment, round ${number}: ${proposal?.title ?? document.title}`;
}
