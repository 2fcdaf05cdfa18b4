import { dispositionNames, type Disposition } from "~/domain/public-comment/dispositions";
import { When } from "./dates";

type Moment = Date | string;

export type ShownComment = {
  number: number;
  reference: string;
  clauseId: string | null;
  name: string;
  body: string;
  at: Moment;
  hidden: { reason: string } | null;
  disposition: Disposition | null;
  answer: string;
  answeredAt: Moment | null;
  answeredBy: string | null;
};

/** A comment of the public with its answer, or with the reason why its words are hidden. Words of strangers are shown as text and nothing else. */
export function PublicComment({ comment, on, timeZone, waitingWords }: { comment: ShownComment; on: string; timeZone: string; waitingWords: string }) {
  return (
    <>
      {comment.hidden ? (
        <p className="quiet">{`The words of this comment are hidden. Reason: ${comment.hidden.reason}`}</p>
      ) : (
        <>
          <p className="remark-head quiet small">
            <span>{comment.name || "No name given"}</span>
            <span>{on}</span>
            <When at={comment.at} timeZone={timeZone} />
          </p>
          <p className="said">{comment.body}</p>
        </>
      )}
      {comment.disposition ? (
        <div className="public-answer">
          <p className="needs-what">{dispositionNames[comment.disposition]}</p>
          {comment.answer && <p className="said">{comment.answer}</p>}
          <p className="quiet small">
            {comment.answeredBy && `Answered by ${comment.answeredBy}, `}
            {comment.answeredAt && <When at={comment.answeredAt} timeZone={timeZone} />}
          </p>
        </div>
      ) : (
        !comment.hidden && <p className="quiet">{waitingWords}</p>
      )}
    </>
  );
}

/** "Clause 3.1 Transport", or the whole text. */
export function onClause(clause: { number: string; title: string } | null | undefined): string {
  return clause ? `On clause ${clause.number} ${clause.title}`.trim() : "On the whole text";
}
