import type { Editor } from "@tiptap/core";
import { useEffect, useRef } from "react";
import { keysHere } from "./keys-here";
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
      <div className="shortcuts-help-head">
        <h2 id="shortcuts-title">Keyboard</h2>
        <form method="dialog">
          <button className="button secondary">Close</button>
        </form>
      </div>
      <div className="shortcuts-help-parts">
        {shortcuts.map((part) => (
          <section key={part.name}>
            <h3>{part.name}</h3>
            <dl>
              {part.shortcuts.map(({ keys, does }) => (
                <div key={keys + does}>
                  <dt>
                    <kbd>{keysHere(keys)}</kbd>
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </dialog>
  );
}
