import type { Editor } from "@tiptap/core";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { safeHref } from "~/editor/schema/safe-href";

/** Asks where the marked words lead to. */
export function LinkDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [error, setError] = useState("");
  const before = String(editor.getAttributes("link").href ?? "");

  useEffect(() => dialog.current?.showModal(), []);

  function set(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const typed = String(new FormData(event.currentTarget).get("href") ?? "").trim();
    const href = safeHref(/^[\w-]+(\.[\w-]+)+([/?#].*)?$/.test(typed) ? `https://${typed}` : typed);
    if (href === null) return setError("Give a web address, a mail or phone address, or a path on this site, for example https://example.org.");
    editor.chain().extendMarkRange("link").setMark("link", { href }).run();
    leave();
  }

  function remove(): void {
    editor.chain().extendMarkRange("link").unsetMark("link").run();
    leave();
  }

  function leave(): void {
    dialog.current?.close();
    onClose();
    editor.view.focus();
  }

  return (
    <dialog ref={dialog} className="editor-dialog" aria-labelledby="link-dialog-title" onCancel={leave}>
      <form onSubmit={set} noValidate>
        <h2 id="link-dialog-title">Link</h2>
        <div className={error ? "field refused" : "field"}>
          <label className="field-label" htmlFor="link-href">
            Address
          </label>
          {error && (
            <p id="link-error" className="field-error" role="alert">
              {error}
            </p>
          )}
          <input id="link-href" name="href" type="text" inputMode="url" className="control" defaultValue={before} aria-invalid={error ? true : undefined} aria-describedby={error ? "link-error" : undefined} />
        </div>
        <div className="row">
          <button type="submit" className="button">
            Set link
          </button>
          {before && (
            <button type="button" className="button secondary" onClick={remove}>
              Remove link
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
