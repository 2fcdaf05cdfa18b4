import { Button } from "./button";
import { When } from "./dates";
import { EmptyState } from "./empty-state";
import { TextArea } from "./field";
import { GroupMark, type GroupFace } from "./group-mark";
import { errorAt, typed, type RefusedForm } from "./refused-form";

type Moment = Date | string;
type Remark = { id: string; body: string; at: Moment; author: { name: string; organization: string; group: GroupFace } };
export type Thread = Remark & { replies: readonly Remark[] };

export type DiscussionProps = { threads: readonly Thread[]; proposalId: string; mayWrite: boolean; timeZone: string; now: Moment };

/** The discussion of a proposal: threads of one level, oldest first. */
export function Discussion({ threads, proposalId, mayWrite, timeZone, now }: DiscussionProps) {
  return (
    <div className="discussion">
      {threads.length === 0 && <EmptyState title="Nobody has written yet.">{mayWrite ? "Say what you think, ask a question, or name a case that this change does not cover." : null}</EmptyState>}
      {threads.map((thread) => (
        <article key={thread.id} id={`comment-${thread.id}`} className="remark" aria-label={`Comment by ${thread.author.name}`}>
          <RemarkText remark={thread} timeZone={timeZone} now={now} />
          <div className="remark-replies">
            {thread.replies.map((reply) => (
              <article key={reply.id} id={`comment-${reply.id}`} className="remark" aria-label={`Reply by ${reply.author.name}`}>
                <RemarkText remark={reply} timeZone={timeZone} now={now} />
              </article>
            ))}
            {mayWrite && (
              <details>
                <summary>{`Reply to ${thread.author.name}`}</summary>
                <CommentForm proposalId={proposalId} parentId={thread.id} />
              </details>
            )}
          </div>
        </article>
      ))}
      {mayWrite && <CommentForm proposalId={proposalId} />}
    </div>
  );
}

export function CommentForm({ proposalId, parentId = "", refused }: { proposalId: string; parentId?: string; refused?: RefusedForm }) {
  const id = parentId ? `body-${parentId}` : "body";
  return (
    <form method="post" action={`/proposals/${proposalId}/comments`} className="form" noValidate>
      {parentId && <input type="hidden" name="parentId" value={parentId} />}
      <TextArea id={id} label={parentId ? "Your reply" : "Your comment"} name="body" required rows={parentId ? 3 : 4} defaultValue={typed(refused, "body")} error={errorAt(refused, "body")} />
      <Button look="secondary">{parentId ? "Post reply" : "Post comment"}</Button>
    </form>
  );
}

function RemarkText({ remark, timeZone, now }: { remark: Remark; timeZone: string; now: Moment }) {
  const { author, at, body } = remark;
  return (
    <>
      <p className="remark-head">
        <strong>{author.name}</strong> <span className="quiet">{author.organization}</span> <GroupMark group={author.group} />
      </p>
      <p className="quiet small">
        <When at={at} timeZone={timeZone} now={now} />
      </p>
      <p className="said">{body}</p>
    </>
  );
}
