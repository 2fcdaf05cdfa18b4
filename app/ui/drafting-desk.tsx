import type { Editor } from "@tiptap/core";
import { useCallback, useEffect, useState } from "react";
import { TextEditor, type TextEditorProps } from "~/editor/view/text-editor";
import { said } from "~/editor/view/say";
import { firstState, type DraftingState } from "~/editor/view/drafting-state";
import { CommentBar } from "./comment-bar";
import { DraftingSide } from "./drafting-side";
import { PeopleHere } from "./drafting-people";
import { SavedState } from "./saved-state";

export type DeskProps = Omit<TextEditorProps, "onState" | "onEditor" | "onSaveAsked">;

/** The editor, whether it is saved, and who else is there. */
export default function DraftingDesk(props: DeskProps) {
  const [state, setState] = useState<DraftingState>({ ...firstState, pen: props.pen });
  const [editor, setEditor] = useState<Editor | null>(null);
  const [announced, setAnnounced] = useState<string>();
  const onState = useCallback((next: DraftingState) => {
    setState(next);
    setAnnounced(undefined);
  }, []);
  const [told, setTold] = useState("");
  useEffect(() => {
    const hear = (event: Event) => setTold(String((event as CustomEvent<string>).detail));
    document.addEventListener(said, hear);
    return () => document.removeEventListener(said, hear);
  }, []);
  const onSaveAsked = useCallback(() => setAnnounced("Every word is saved as you write. There is no need to save."), []);
  return (
    <div className="drafting">
      <div className="drafting-bar">
        <SavedState state={state.saving} announce={announced} />
        {announced && (
          <span aria-hidden="true" className="quiet">
            {state.saving === "saved" ? "Already saved" : ""}
          </span>
        )}
        <PeopleHere people={state.people} more={state.more} />
      </div>
      {(state.reason || state.mustReload) && (
        <div className="drafting-notice" role="status">
          <p>{state.reason}</p>
          {state.mustReload && (
            <p>
              <a href="">Reload the page</a>
            </p>
          )}
        </div>
      )}
      {state.unsent && <UnsentWords words={state.unsent} />}
      <p className="drafting-told" role="status">
        {told}
      </p>
      <div className="drafting-columns">
        <TextEditor {...props} onState={onState} onEditor={setEditor} onSaveAsked={onSaveAsked} />
        {editor && <DraftingSide editor={editor} desk={props} state={state} />}
        {editor && <CommentBar editor={editor} desk={props} state={state} />}
      </div>
    </div>
  );
}

function UnsentWords({ words }: { words: string }) {
  return (
    <div className="drafting-unsent field">
      <label className="field-label" htmlFor="unsent-words">
        What you wrote that is not stored
      </label>
      <p className="field-hint">Copy it if you still need it.</p>
      <textarea id="unsent-words" className="control" rows={4} readOnly value={words} onFocus={(event) => event.currentTarget.select()} />
    </div>
  );
}
