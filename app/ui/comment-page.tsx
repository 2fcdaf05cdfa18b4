import { passesFilter, threadFilterNames, threadFilters, type ThreadFilter } from "~/domain/comments/thread-filter";
import { textIsFrozen } from "~/domain/drafting/frozen";
import type { ShownThread, ShownThreads } from "~/editor/comments/shown-thread";
import { Button } from "./button";
import { AssignForm, BeginForm, PlaceForm, ReplyForm } from "./comment-forms";
import { namesIn, Remarks } from "./comment-remarks";
import { standsWhere } from "./comment-where";
import { EmptyState } from "./empty-state";
import { ErrorSummary } from "./error-summary";
import { NoticeLine } from "./notice-line";
import { PageHead, SectionHead } from "./page-head";
import { errorsOf, type RefusedForm } from "./refused-form";

type Clauses = readonly { id: string; label: string }[];
export type ThreadsPageProps = { page: ShownThreads & { title: string; frozen: boolean; clauses: Clauses }; personId: string; filter: ThreadFilter; asked: string; refused?: RefusedForm };

/** The threads on a text, to be read, answered and settled without the editor. */
export function ThreadsPage({ page, personId, filter, asked, refused }: ThreadsPageProps) {
  const { draftId, path, title, threads, clauses, may, frozen } = page;
  const passes = (which: ThreadFilter, { resolvedAt, place, concerns }: ShownThread) => passesFilter(which, { resolved: resolvedAt !== null, placed: place.kind !== "removed", concerns }, personId);
  const shown = threads.filter((thread) => passes(filter, thread) || thread.id === asked);
  return (
    <>
      <PageHead title="Comments" above={<a href={path}>{title}</a>} lead={frozen ? `${textIsFrozen} It can still be talked about.` : undefined} />
      <ErrorSummary errors={errorsOf(refused)} />
      <nav aria-label="Which comments" className="comment-filters">
        {threadFilters.map((which) => (
          <a key={which} href={`/drafts/${draftId}/threads${which === "open" ? "" : `?show=${which}`}`} aria-current={filter === which ? "page" : undefined}>
            {`${threadFilterNames[which]} (${threads.filter((thread) => passes(which, thread)).length})`}
          </a>
        ))}
      </nav>
      {shown.length === 0 && <EmptyState title="No comments here.">{may.write ? "Begin one on a clause below, or on words in the text itself." : null}</EmptyState>}
      {shown.map((thread) => (
        <ThreadOnPage key={thread.id} thread={thread} page={page} asked={asked === thread.id} />
      ))}
      {may.write && (
        <section className="section" aria-labelledby="begin">
          <SectionHead id="begin" title="Begin a comment" />
          <BeginForm draftId={draftId} clauses={clauses} refused={refused} />
        </section>
      )}
    </>
  );
}

function ThreadOnPage({ thread, page, asked }: { thread: ShownThread; page: ThreadsPageProps["page"]; asked: boolean }) {
  const { id, place, quote, stood, comments, assignedTo, resolvedAt, resolvedBy } = thread;
  const { path, timeZone, people, clauses, may } = page;
  const open = resolvedAt === null;
  const quoted = place.kind === "words" ? place.words : quote;
  return (
    <article id={`thread-${id}`} className={asked ? "comment-thread asked" : "comment-thread"} aria-labelledby={`where-${id}`}>
      <h2 id={`where-${id}`} className="comment-where">
        {standsWhere(thread, place)}
      </h2>
      {quoted && <blockquote className="comment-quote">{quoted}</blockquote>}
      {place.kind === "removed" ? (
        <p>
          <a href={`/drafts/${stood.draftId}/compare?from=${stood.version}`}>Read the version that had it</a>
        </p>
      ) : (
        <p>
          <a href={`${path}?thread=${id}`}>Show in the text</a>
        </p>
      )}
      <Remarks remarks={comments} timeZone={timeZone} names={namesIn(page)} />
      {assignedTo && open && <p>{`For ${assignedTo.name} to deal with.`}</p>}
      {!open && <NoticeLine kind="success">{`Resolved by ${resolvedBy?.name ?? "somebody"}.`}</NoticeLine>}
      {may.write && open && (
        <details open={asked}>
          <summary>Reply</summary>
          <ReplyForm threadId={id} />
        </details>
      )}
      {may.write && open && place.kind === "removed" && (
        <details>
          <summary>Give it a new place</summary>
          <PlaceForm threadId={id} clauses={clauses} />
        </details>
      )}
      {may.resolve && open && (
        <details>
          <summary>Ask somebody to deal with it</summary>
          <AssignForm threadId={id} people={people} personId={assignedTo?.id ?? ""} />
        </details>
      )}
      {may.resolve && (
        <form method="post" action={`/threads/${id}/${open ? "resolution" : "reopening"}`}>
          <Button look="secondary">{open ? "Resolve" : "Reopen"}</Button>
        </form>
      )}
    </article>
  );
}

export type ThreadFormPageProps = {
  facts: { thread: { id: string; draftId: string; quote: string }; title: string; clauses: Clauses };
  kind: "comments" | "place";
  refused?: RefusedForm;
};

/** One form of a thread on a page of its own: what was refused comes back to it filled in. */
export function ThreadFormPage({ facts: { thread, title, clauses }, kind, refused }: ThreadFormPageProps) {
  return (
    <>
      <PageHead title={kind === "place" ? "A new place for a comment" : "Reply to a comment"} above={<a href={`/drafts/${thread.draftId}/threads?thread=${thread.id}#thread-${thread.id}`}>{`Comments on ${title}`}</a>} />
      <ErrorSummary errors={errorsOf(refused)} />
      {thread.quote && <blockquote className="comment-quote">{thread.quote}</blockquote>}
      {kind === "place" ? <PlaceForm threadId={thread.id} clauses={clauses} refused={refused} /> : <ReplyForm threadId={thread.id} refused={refused} />}
    </>
  );
}
