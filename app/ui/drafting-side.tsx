import type { Editor } from "@tiptap/core";
import { useState, type ComponentType, type KeyboardEvent } from "react";
import type { DraftingState } from "~/editor/view/drafting-state";
import { CommentPanel } from "./comment-panel";
import type { DeskProps } from "./drafting-desk";

/** What a panel beside the text is given. */
export type PanelProps = { editor: Editor; desk: DeskProps; state: DraftingState };

type Panel = { id: string; name: string; Panel: ComponentType<PanelProps> };

/** What stands beside the text, one at a time; from below on a phone. */
const panels: readonly Panel[] = [{ id: "comments", name: "Comments", Panel: CommentPanel }];

export function DraftingSide(props: PanelProps) {
  const [shown, setShown] = useState<string | null>(null);
  if (panels.length === 0) return null;
  const open = panels.find(({ id }) => id === shown) ?? null;
  const go = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== "Escape" || !open) return;
    setShown(null);
    props.editor.commands.focus();
  };
  return (
    <aside className="drafting-side" aria-label="Beside the text" data-open={open ? "" : undefined} onKeyDown={go}>
      <div className="drafting-side-choices">
        {panels.map(({ id, name }) => (
          <button key={id} type="button" className="button quiet" aria-expanded={shown === id} aria-controls="drafting-panel" data-panel={id} onClick={() => setShown(shown === id ? null : id)}>
            {name}
          </button>
        ))}
      </div>
      <div id="drafting-panel">{open && <open.Panel {...props} />}</div>
    </aside>
  );
}
