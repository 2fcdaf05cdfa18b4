import type { Editor } from "@tiptap/core";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { chosenFootnote, setFootnote } from "~/editor/schema/reference-commands";

const longest = 4_000;

/** Asks for the words of a footnote, a new one or the chosen one. */
export function FootnoteDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [error, setError] = useState("");
  const [before] = useState(() => chosenFootnote(editor.state));

  useEffect(() => dialog.current?.showModal(), []);

  function set(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const words = String(new FormData(event.currentTarget).get("words") ?? "").trim();
    if (words === "") return setError("Write the words of the footnote.");
    if (words.length > longest) return setError("Keep a footnote below 4,000 characters.");
    setFootnote(words.replace(/\s+/g, " "))(editor.state, editor.view.dispatch);
    leave();
  }

  function remove(): void {
    editor.view.dispatch(editor.state.tr.deleteSelection());
    leave();
  }

  function leave(): void {
    dialog.current?.close();
    onClose();
    // The dialog has given the focus back, but not the caret: without this the next words are lost.
    editor.view.focus();
  }

  return (
    <dialog ref={dialog} className="editor-dialog" aria-labelledby="footnote-title" onCancel={leave}>
      <form onSubmit={set} noValidate>
        <h2 id="footnote-title">Footnote</h2>
        <div className={error ? "field refused" : "field"}>
          <label className="field-label" htmlFor="footnote-words">
            Words of the footnote
          </label>
          {error && (
            <p id="footnote-error" className="field-error" role="alert">
              {error}
            </p>
          )}
          <textarea id="footnote-words" name="words" className="control" rows={4} defaultValue={before ?? ""} aria-invalid={error ? true : undefined} aria-describedby={error ? "footnote-error" : undefined} />
        </div>
        <div className="row">
          <button type="submit" className="button">
            {before === null ? "Insert footnote" : "Save footnote"}
          </button>
          {before !== null && (
            <button type="button" className="button secondary" onClick={remove}>
              Remove footnote
            </button>
          )}
          <button type="button" className="button quiet" onClick={leave}>
            Cancel
          </button>
        </div>
      </form>
    </dialog>
  );
}
