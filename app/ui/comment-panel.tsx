import type { EditorState } from "@tiptap/pm/state";
import { useEditorState } from "@tiptap/react";
import { useEffect, useState } from "react";
import { passesFilter, threadFilterNames, threadFilters, type ThreadFilter } from "~/domain/comments/thread-filter";
import type { ShownThread, ShownThreads } from "~/editor/comments/shown-thread";
import { inReadingOrder, type ThreadPlace } from "~/editor/comments/thread-places";
import { commentsView, tellComments, type Composing } from "~/editor/view/comment-anchors";
import { bringIntoSight } from "~/editor/view/words-in-sight";
import { Button } from "./button";
import { CommentCard } from "./comment-card";
import { Composer } from "./comment-composer";
import { sendForm } from "./comment-request";
import type { PanelProps } from "./drafting-side";

const nothing: Record<ThreadFilter, string> = {
  open: "No open comments. Choose words in the text and press “Comment”.",
  mine: "Nothing here waits for you.",
  removed: "Every comment has its place in the text.",
  resolved: "Nothing has been resolved yet.",
};

/** The threads on the text, in reading order. */
export function CommentPanel({ editor, desk }: PanelProps) {
  const { draftId, personId } = desk;
  const view = useEditorState({ editor, selector: ({ editor: now }) => commentsView(now.state), equalityFn: Object.is });
  const [filter, setFilter] = useState<ThreadFilter>("open");
  const [said, setSaid] = useState("");
  const known = view?.known;
  const spokenOf = view?.composing ? `${view.composing.quote} ${view.composing.clauseId}` : (view?.active ?? "");
  useEffect(() => {
    // Once the panel has its height: on a phone it lies on the text.
    const asked = requestAnimationFrame(() => {
      const words = editor.isDestroyed ? null : wordsSpokenOf(editor.state);
      if (words) bringIntoSight(editor.view, words.from, words.to);
    });
    return () => cancelAnimationFrame(asked);
  }, [editor, spokenOf]);
  if (!view || !known) return <p className="quiet">The comments are being read…</p>;

  const placeOf = ({ id, place }: ShownThread): ThreadPlace => view.places.get(id) ?? place;
  const passes = (which: ThreadFilter, thread: ShownThread) => {
    const place = placeOf(thread);
    return passesFilter(which, { resolved: thread.resolvedAt !== null, placed: place.kind !== "removed", concerns: thread.concerns }, personId);
  };
  const tell = (next: ShownThreads, more: Parameters<typeof tellComments>[1] = {}) => editor.view.dispatch(tellComments(editor.state, { known: next, ...more }));
  const shown = inReadingOrder(known.threads.filter((thread) => passes(filter, thread) || thread.id === view.active).map((thread) => ({ ...thread, place: placeOf(thread) })));
  const resolved = /^resolved (.+)$/.exec(said)?.[1];
  // Somebody else may have opened it again meanwhile.
  const isStill = known.threads.some(({ id, resolvedAt }) => id === resolved && resolvedAt !== null);
  const sent = ({ quote, clauseId }: Composing, next: ShownThreads, threadId: string | null) => {
    const now = commentsView(editor.state)?.composing;
    setSaid("Your comment is sent.");
    setFilter("open");
    // Another may have been begun while this one was on its way.
    tell(next, now && (now.quote !== quote || now.clauseId !== clauseId) ? {} : { composing: null, active: threadId });
  };

  async function undo(threadId: string): Promise<void> {
    const answered = await sendForm(`/threads/${threadId}/reopening`, {});
    setSaid(answered.ok ? "The thread is open again." : answered.reason);
    if (answered.ok) tell(answered.threads, { active: threadId });
  }

  return (
    <div className="comment-panel">
      <h2 className="visually-hidden">Comments</h2>
      <div className="comment-filters" role="group" aria-label="Which comments">
        {threadFilters.map((which) => (
          <button key={which} type="button" className="button quiet" aria-pressed={filter === which} onClick={() => setFilter(which)}>
            {`${threadFilterNames[which]} (${known.threads.filter((thread) => passes(which, thread)).length})`}
          </button>
        ))}
      </div>
      <div role="status" className="comment-said">
        {resolved ? isStill && (
          <>
            Resolved.{" "}
            <Button type="button" look="quiet" onClick={() => void undo(resolved)}>
              Undo
            </Button>
          </>
        ) : (
          said
        )}
      </div>
      {view.composing && (
        <Composer
          key={`${view.composing.quote} ${view.composing.clauseId}`}
          editor={editor}
          composing={view.composing}
          known={known}
          keptAs={`comment ${personId} ${draftId} new`}
          onKnown={sent}
        />
      )}
      {shown.length === 0 && !view.composing && <p className="quiet">{known.may.write || filter !== "open" ? nothing[filter] : "No open comments."}</p>}
      {shown.map((thread) => (
        <CommentCard
          key={thread.id}
          thread={thread}
          place={thread.place}
          known={known}
          editor={editor}
          keptAs={`comment ${personId} ${draftId} ${thread.id}`}
          active={view.active === thread.id}
          onKnown={(next, words) => {
            setSaid(words);
            tell(next, words.startsWith("resolved") ? { active: null } : {});
          }}
        />
      ))}
      <p className="small">
        <a href={`/drafts/${draftId}/threads`}>All comments on a page of their own</a>
      </p>
    </div>
  );
}

/** The words of the comment that is begun or open, where they stand in the text. */
function wordsSpokenOf(state: EditorState): { from: number; to: number } | null {
  const view = commentsView(state);
  if (view?.composing) return view.composing.to > view.composing.from ? view.composing : null;
  const place = view?.active ? view.places.get(view.active) : undefined;
  if (place?.kind === "words") return place;
  return place && "at" in place && place.at !== null ? { from: place.at, to: place.at } : null;
}
