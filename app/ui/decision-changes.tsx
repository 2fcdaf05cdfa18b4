import type { ClauseDifference } from "~/domain/decisions/clause-difference";
import type { Redline as Comparison } from "~/editor/redline";
import { Button, ButtonLink } from "./button";
import { ClauseDifferences } from "./clause-differences";
import { When } from "./dates";
import { TextArea } from "./field";
import { KeyFacts } from "./key-facts";
import { NoticeLine } from "./notice-line";
import { SectionHead } from "./page-head";
import { RedlineReadings } from "./redline-view";
import { errorAt, typed, type RefusedForm } from "./refused-form";

type Moment = Date | string;

export type ChangesOnPage = {
  number: number;
  hash: string;
  carriedHash: string;
  redline: Comparison;
  choices: readonly ClauseDifference[];
  commentUntil: Moment;
  inComment: boolean;
  awaiting: boolean;
  confirmed: string | null;
  earlier: readonly { number: number; state: string; madeAt: Moment; hash: string }[];
  comments: readonly { id: string; body: string; at: Moment; author: { name: string; organization: { name: string } } }[];
};

type Props = { decisionId: string; changes: ChangesOnPage; may: { comment: boolean; confirmTypo: boolean }; timeZone: string; now: Moment };

/** What the head alters of the carried text: voted against adopted, clause by clause with reasons, and what partners say about it. */
export function DecisionChanges({ decisionId, changes, may, timeZone, now }: Props) {
  return (
    <section aria-labelledby="changes" className="stack">
      <SectionHead title="What the head changes in the carried text" id="changes" />
      {changes.awaiting && (
        <NoticeLine kind="info" title="Said to be a typo only.">
          Somebody of another group has to confirm it. Until then the text before stands.{" "}
          {may.confirmTypo && <a href={`/decisions/${decisionId}/confirmation`}>Check whether it is a typo only</a>}
        </NoticeLine>
      )}
      {changes.confirmed && <p className="quiet">{`${changes.confirmed} confirmed that the last change is a typo only, so the sign-offs stand.`}</p>}
      <ClauseDifferences differences={changes.choices} />
      <h3>Carried against changed</h3>
      <RedlineReadings changes={changes.redline} />
      <KeyFacts
        facts={[
          { term: "Carried text", fact: <code className="hash">{changes.carriedHash}</code> },
          { term: "Changed text", fact: <code className="hash">{changes.hash}</code> },
          ...changes.earlier.map(({ number, madeAt, hash }) => ({ term: `Version ${number}`, fact: <><When at={madeAt} timeZone={timeZone} />, <code className="hash">{hash}</code></> })),
        ]}
      />
      <ChangeComments decisionId={decisionId} changes={changes} mayWrite={may.comment} timeZone={timeZone} now={now} />
    </section>
  );
}

function ChangeComments({ decisionId, changes, mayWrite, timeZone, now }: { decisionId: string; changes: ChangesOnPage; mayWrite: boolean; timeZone: string; now: Moment }) {
  return (
    <section aria-labelledby="change-comments" className="stack">
      <h3 id="change-comments">What partners say</h3>
      <p className="quiet">
        Open for comment until{" "}
        <When at={changes.commentUntil} timeZone={timeZone} now={now} />
        {!changes.inComment && ". Comments are closed."}
      </p>
      {changes.comments.length === 0 && <p className="quiet">Nobody has commented yet.</p>}
      {changes.comments.map(({ id, body, at, author }) => (
        <div key={id} id={`comment-${id}`} className="remark">
          <p className="remark-head">
            <strong>{author.name}</strong>
            <span className="quiet">{author.organization.name}</span>
            <span className="quiet"><When at={at} timeZone={timeZone} now={now} /></span>
          </p>
          <p className="said">{body}</p>
        </div>
      ))}
      {mayWrite && <ChangeCommentForm decisionId={decisionId} />}
    </section>
  );
}

export function ChangeCommentForm({ decisionId, refused }: { decisionId: string; refused?: RefusedForm }) {
  return (
    <form method="post" action={`/decisions/${decisionId}/comments`} className="form" noValidate>
      <TextArea label="Your comment on the changes" name="body" required rows={4} hint="The head reads it before the changes are adopted, and it stays on record." defaultValue={typed(refused, "body")} error={errorAt(refused, "body")} />
      <div className="row">
        <Button>Send the comment</Button>
        {refused && <ButtonLink look="secondary" href={`/decisions/${decisionId}#changes`}>Back to the decision</ButtonLink>}
      </div>
    </form>
  );
}
