import { commentPhaseNames, type CommentPhase } from "~/domain/public-comment/phases";
import type { Redline } from "~/editor/redline";
import type { DocumentNode } from "~/editor/schema/document-node";
import { ButtonLink } from "./button";
import { When } from "./dates";
import { DocumentText } from "./document-text";
import { KeyFacts } from "./key-facts";
import { LibraryFoot } from "./library-foot";
import { PageHead, SectionHead } from "./page-head";
import { RedlineReadings } from "./redline-view";
import { onClause, PublicComment, type ShownComment } from "./public-comment";

type Moment = Date | string;

export type RoundInPublic = {
  id: string;
  number: number;
  question: string;
  opensAt: Moment;
  closesAt: Moment;
  closedAt: Moment | null;
  phase: CommentPhase;
  timeZone: string;
  hash: string;
  document: { number: string; title: string };
  proposal: { number: number; title: string; why: string; affected: string } | null;
};

export type CommentRoundInPublicProps = {
  now: Moment;
  round: RoundInPublic;
  content: DocumentNode;
  change: { edition: number; redline: Redline } | null;
  clauses: readonly { id: string; number: string; title: string }[];
  comments: readonly ShownComment[];
  counts: { comments: number; waiting: number };
  page: number;
  pages: number;
};

/** A round of public comment for everybody: what is asked, the text, and each comment with its answer. */
export function CommentRoundInPublic({ now, round, content, change, clauses, comments, counts, page, pages }: CommentRoundInPublicProps) {
  const { timeZone, document, proposal } = round;
  const here = `/library/comment-rounds/${round.id}`;
  const byId = new Map(clauses.map((clause) => [clause.id, clause]));
  return (
    <article>
      <PageHead
        title={proposal?.title ?? document.title}
        above={<a href="/library/comment-rounds">Public comment</a>}
        lead={`${round.number === 1 ? "First" : "Second"} round of public comment on ${proposal ? `a change of ${document.number} ${document.title}` : `the draft of ${document.number} ${document.title}`}`}
        actions={round.phase === "open" && <ButtonLink href={`${here}/comments`}>Write a comment</ButtonLink>}
      />
      <KeyFacts
        facts={[
          { term: "Standing", fact: commentPhaseNames[round.phase] },
          { term: "Begins", fact: <When at={round.opensAt} timeZone={timeZone} now={round.phase === "announced" ? now : undefined} /> },
          { term: "Ends", fact: <When at={round.closesAt} timeZone={timeZone} now={round.phase === "open" ? now : undefined} /> },
          ...(round.closedAt ? [{ term: "Closed", fact: <When at={round.closedAt} timeZone={timeZone} /> }] : []),
          ...(round.question ? [{ term: "What we ask", fact: <span className="said">{round.question}</span> }] : []),
          ...(proposal ? [{ term: "Why", fact: <span className="said">{proposal.why}</span> }, { term: "Who is affected", fact: <span className="said">{proposal.affected}</span> }] : []),
          { term: "Comments", fact: counts.comments === 0 ? "None yet" : `${counts.comments}, of which ${counts.waiting} ${counts.waiting === 1 ? "waits" : "wait"} for an answer` },
        ]}
      />
      {change && (
        <section className="section stack" aria-labelledby="change">
          <SectionHead title={`What would change in edition ${change.edition}`} id="change" more={<a href={`/library/${encodeURIComponent(document.number)}/editions/${change.edition}`}>{`Edition ${change.edition}`}</a>} />
          <RedlineReadings changes={change.redline} />
        </section>
      )}
      <section className="section" aria-labelledby="comments">
        <SectionHead title="Comments and answers" id="comments" />
        {comments.length === 0 && <p className="quiet">Nobody has commented yet. Every comment is shown here, and each gets an answer before the round is closed.</p>}
        {comments.map((comment) => (
          <section key={comment.reference} id={`comment-${comment.reference}`} className="remark stack" aria-label={`Comment ${comment.number}`}>
            <h3>
              <a href={`/library/comments/${comment.reference}`}>{`Comment ${comment.number}`}</a>
            </h3>
            <PublicComment comment={comment} on={onClause(byId.get(comment.clauseId ?? ""))} timeZone={timeZone} waitingWords="Waits for an answer." />
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
      <section className="section" aria-labelledby="text">
        <SectionHead title="The text that is asked about" id="text" />
        <DocumentText content={content} railFor={round.phase === "open" ? (id) => <a href={`${here}/comments?clause=${encodeURIComponent(id)}`}>Comment on this clause</a> : undefined} />
        <p className="quiet small">
          SHA-256 of this text: <code className="hash">{round.hash}</code>
        </p>
      </section>
      <LibraryFoot />
    </article>
  );
}
