import type { Editor } from "@tiptap/core";
import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from "react";

type Control = { id: string; name: string; className: string; "aria-invalid"?: true; "aria-describedby"?: string };

type Props = {
  editor: Editor;
  title: string;
  label: string;
  hint?: string;
  save: string;
  /** The one thing that is asked for, with the names that tie it to its label, hint and error. */
  control: (names: Control) => ReactNode;
  /** Does it with what was typed, or says why not. */
  onSave: (typed: string) => string | null;
  removal?: { label: string; onRemove: () => void };
  onClose: () => void;
};

/** Asks for one thing that goes into the text, and gives the caret back. */
export function EditorDialog({ editor, title, label, hint, save, control, onSave, removal, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [error, setError] = useState("");
  const id = useId();

  useEffect(() => dialog.current?.showModal(), []);

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const refusal = onSave(String(new FormData(event.currentTarget).get("typed") ?? "").trim());
    if (refusal === null) leave();
    else setError(refusal);
  }

  function leave(): void {
    dialog.current?.close();
    onClose();
    // The dialog has given the focus back, but not the caret: without this the next words are lost.
    editor.view.focus();
  }

  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <dialog ref={dialog} className="editor-dialog" aria-labelledby={`${id}-title`} onCancel={leave}>
      <form onSubmit={submit} noValidate>
        <h2 id={`${id}-title`}>{title}</h2>
        <div className={error ? "field refused" : "field"}>
          <label className="field-label" htmlFor={id}>
            {label}
          </label>
          {hint && (
            <div id={`${id}-hint`} className="field-hint">
              {hint}
            </div>
          )}
          {error && (
            <p id={`${id}-error`} className="field-error" role="alert">
              {error}
            </p>
          )}
          {control({ id, name: "typed", className: "control", "aria-invalid": error ? true : undefined, "aria-describedby": described || undefined })}
        </div>
        <div className="row">
          <button type="submit" className="button">
            {save}
          </button>
          {removal && (
            <button
              type="button"
              className="button secondary"
              onClick={() => {
                removal.onRemove();
                leave();
              }}
            >
              {removal.label}
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
