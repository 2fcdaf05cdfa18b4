import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { useEffect, useRef, useState, type ComponentType, type KeyboardEvent } from "react";
import { pendingSuggestions } from "~/editor/suggestions/pending";
import { commentsView } from "~/editor/view/comment-anchors";
import type { DraftingState } from "~/editor/view/drafting-state";
import { modeOf } from "~/editor/view/writing-mode";
import { AuthorshipPanel } from "./authorship-panel";
import { CommentOffer } from "./comment-bar";
import { CommentPanel } from "./comment-panel";
import type { DeskProps } from "./drafting-desk";
import { SuggestionPanel } from "./suggestion-panel";

/** What a panel beside the text is given. */
export type PanelProps = { editor: Editor; desk: DeskProps; state: DraftingState };

type Panel = { id: string; name: string; Panel: ComponentType<PanelProps> };

/** What stands beside the text, one at a time; from below on a phone. */
const panels: readonly Panel[] = [{ id: "suggestions", name: "Suggestions", Panel: SuggestionPanel }, { id: "comments", name: "Comments", Panel: CommentPanel }, { id: "authorship", name: "Who wrote what", Panel: AuthorshipPanel }];

export function DraftingSide(props: PanelProps) {
  const [shown, setShown] = useState<string | null>(null);
  const waiting = useEditorState({ editor: props.editor, selector: ({ editor }) => pendingSuggestions(editor.state.doc).length });
  const unanswered = useEditorState({ editor: props.editor, selector: ({ editor }) => (commentsView(editor.state)?.known?.threads ?? []).filter(({ resolvedAt }) => resolvedAt === null).length });
  const counts: Record<string, number> = { suggestions: waiting, comments: unanswered };
  const isFirst = useRef(true);
  const touched = useRef(false);
  const choose = (id: string | null) => {
    touched.current = true;
    setShown(id);
  };
  const waits = waiting > 0;
  // Where there is room, what waits for an answer lies open, and so does what one suggests oneself, with its reason still to give. What was closed stays closed.
  useEffect(() => {
    if (waits && !touched.current && window.matchMedia("(min-width: 1100px)").matches && (isFirst.current || modeOf(props.editor.state) === "suggesting")) setShown("suggestions");
    isFirst.current = false;
  }, [waits, props.editor]);
  if (panels.length === 0) return null;
  const open = panels.find(({ id }) => id === shown) ?? null;
  const close = () => {
    choose(null);
    props.editor.view.focus();
  };
  const go = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === "Escape" && open) close();
  };
  return (
    <aside className="drafting-side" aria-label="Beside the text" data-open={open ? "" : undefined} onKeyDown={go}>
      <div className="drafting-side-choices">
        {panels.map(({ id, name }) => (
          <button key={id} type="button" className="button quiet" aria-expanded={shown === id} aria-controls="drafting-panel" data-panel={id} onClick={() => choose(shown === id ? null : id)}>
            {counts[id] ? `${name} (${counts[id]})` : name}
          </button>
        ))}
        <CommentOffer editor={props.editor} />
        {open && (
          <button type="button" className="button quiet drafting-side-close" onClick={close}>
            Close
          </button>
        )}
      </div>
      <div id="drafting-panel">{open && <open.Panel {...props} />}</div>
    </aside>
  );
}
