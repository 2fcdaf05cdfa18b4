import { useEditorState } from "@tiptap/react";
import { useEffect, useRef } from "react";
import { beginComment, commentsView, openComments, showAnchor, tellComments } from "~/editor/view/comment-anchors";
import { Button } from "./button";
import { readKept } from "./comment-kept";
import { readThreads } from "./comment-request";
import type { PanelProps } from "./drafting-side";

/** Keeps the threads of the open text up to date, and opens the one that a link leads to. */
export function CommentBar({ editor, desk, state }: PanelProps) {
  const { draftId, personId } = desk;
  const arrived = useRef(false);

  useEffect(() => {
    let gone = false;
    void readThreads(draftId).then((known) => {
      if (gone || !known || editor.isDestroyed) return;
      editor.view.dispatch(tellComments(editor.state, { known }));
      if (arrived.current) return;
      arrived.current = true;
      const asked = new URL(window.location.href).searchParams.get("thread");
      const place = asked && commentsView(editor.state)?.places.get(asked);
      if (asked && place) {
        if ("at" in place && place.at !== null) showAnchor(editor.view, place.at);
        editor.view.dispatch(tellComments(editor.state, { active: asked }));
      }
      const kept = readKept<{ quote: string; clauseId: string; body: string }>(`comment ${personId} ${draftId} new`);
      if (kept?.body) editor.view.dispatch(tellComments(editor.state, { composing: { from: 0, to: 0, quote: kept.quote, clauseId: kept.clauseId } }));
      if ((asked && place) || kept?.body) openComments();
    });
    return () => {
      gone = true;
    };
  }, [editor, draftId, personId, state.threadsHeard]);

  return null;
}

/** Where one chooses words by touch, the button comes to the thumb. */
export function CommentOffer({ editor }: Pick<PanelProps, "editor">) {
  const chosen = useEditorState({ editor, selector: ({ editor: now }) => !now.state.selection.empty && commentsView(now.state)?.known?.may.write === true && !commentsView(now.state)?.composing });
  if (!chosen) return null;
  return (
    <div className="comment-offer">
      <Button type="button" onPointerDown={(event) => event.preventDefault()} onMouseDown={(event) => event.preventDefault()} onClick={() => beginComment(editor.view)}>
        Add comment
      </Button>
    </div>
  );
}
