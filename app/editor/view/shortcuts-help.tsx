import type { Editor } from "@tiptap/core";
import { useEffect, useRef } from "react";
import { shortcuts } from "./shortcuts";

/** What the keyboard does in a text. */
export function ShortcutsHelp({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const leave = () => {
    onClose();
    editor.view.focus();
  };
  return (
    <dialog ref={dialog} className="editor-dialog shortcuts-help" aria-labelledby="shortcuts-title" onClose={leave}>
      <h2 id="shortcuts-title">Keyboard</h2>
      <p className="quiet">On a Mac, press Cmd for Ctrl and Option for Alt.</p>
      {shortcuts.map((part) => (
        <section key={part.name}>
          <h3>{part.name}</h3>
          <dl>
            {part.shortcuts.map(({ keys, does }) => (
              <div key={keys + does}>
                <dt>
                  <kbd>{keys}</kbd>
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <form method="dialog">
        <button className="button secondary">Close</button>
      </form>
    </dialog>
  );
}
