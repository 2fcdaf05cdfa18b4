import type { Editor } from "@tiptap/core";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { chosenReference, setReference } from "~/editor/schema/reference-commands";
import { clauseNamesIn } from "./clause-names";

/** Asks which clause a reference leads to. What is shown in the text is the number that the clause has at the moment. */
export function ReferenceDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [error, setError] = useState("");
  const [before] = useState(() => chosenReference(editor.state));
  const [clauses] = useState(() => [...clauseNamesIn(editor.state.doc)]);

  useEffect(() => dialog.current?.showModal(), []);

  function set(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const clause = String(new FormData(event.currentTarget).get("clause") ?? "");
    if (!clauses.some(([id]) => id === clause)) return setError("Choose the clause that it leads to.");
    setReference(clause)(editor.state, editor.view.dispatch);
    leave();
  }

  function leave(): void {
    dialog.current?.close();
    onClose();
    // The dialog has given the focus back, but not the caret: without this the next words are lost.
    editor.view.focus();
  }

  return (
    <dialog ref={dialog} className="editor-dialog" aria-labelledby="reference-title" onCancel={leave}>
      <form onSubmit={set} noValidate>
        <h2 id="reference-title">Reference to a clause</h2>
        <div className={error ? "field refused" : "field"}>
          <label className="field-label" htmlFor="reference-clause">
            Clause
          </label>
          <div id="reference-hint" className="field-hint">
            The text shows the number of the clause, also after it moves.
          </div>
          {error && (
            <p id="reference-error" className="field-error" role="alert">
              {error}
            </p>
          )}
          <select id="reference-clause" name="clause" className="control reference-clauses" size={Math.min(10, Math.max(3, clauses.length))} defaultValue={before ?? ""} aria-invalid={error ? true : undefined} aria-describedby={error ? "reference-hint reference-error" : "reference-hint"}>
            {clauses.map(([id, name]) => (
              <option key={id} value={id}>
                {name || "Without a title"}
              </option>
            ))}
          </select>
        </div>
        <div className="row">
          <button type="submit" className="button">
            {before === null ? "Insert reference" : "Save reference"}
          </button>
          <button type="button" className="button quiet" onClick={leave}>
            Cancel
          </button>
        </div>
      </form>
    </dialog>
  );
}
