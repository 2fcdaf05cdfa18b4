import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { goToFound, lookFor, replaceFound, searchOf } from "./find-in-text";

/** Find and replace in this text. Enter goes on, Shift+Enter goes back, Escape returns to the text. */
export function FindBar({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const { from, to } = editor.state.selection;
  const [words, setWords] = useState(() => editor.state.doc.textBetween(from, to).slice(0, 200));
  const [by, setBy] = useState("");
  const [matchCase, setMatchCase] = useState(false);
  const [done, setDone] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const search = useEditorState({ editor, selector: ({ editor: now }) => searchOf(now.state) });

  useEffect(() => field.current?.select(), []);
  useEffect(() => {
    setDone("");
    lookFor(editor.view, words, matchCase);
  }, [editor, words, matchCase]);
  useEffect(
    () => () => {
      if (!editor.isDestroyed) lookFor(editor.view, "", false);
    },
    [editor],
  );

  function keys(event: KeyboardEvent): void {
    if (event.key === "Escape") {
      event.preventDefault();
      onClose();
      editor.view.focus();
    } else if (event.key === "Enter" && event.target === field.current) {
      event.preventDefault();
      goToFound(editor.view, event.shiftKey ? -1 : 1);
    }
  }

  function replace(all: boolean): void {
    const count = replaceFound(editor.view, by, all);
    setDone(all ? `${count} replaced.` : "");
  }

  const count = search.found.length;
  const standing = !words ? "" : count === 0 ? "Not found" : `${search.at + 1} of ${count}`;
  return (
    <div className="find-bar" role="search" aria-label="Find in this text" onKeyDown={keys}>
      <div className="find-row">
        <label>
          <span>Find</span>
          <input ref={field} className="control" type="text" value={words} maxLength={200} onChange={(event) => setWords(event.target.value)} />
        </label>
        <output>{done || standing}</output>
        <button type="button" className="button quiet" aria-disabled={count === 0 || undefined} onClick={() => goToFound(editor.view, -1)}>
          Previous
        </button>
        <button type="button" className="button quiet" aria-disabled={count === 0 || undefined} onClick={() => goToFound(editor.view, 1)}>
          Next
        </button>
        <label className="find-case">
          <input type="checkbox" checked={matchCase} onChange={(event) => setMatchCase(event.target.checked)} />
          <span>Match case</span>
        </label>
        <button
          type="button"
          className="button quiet find-close"
          onClick={() => {
            onClose();
            editor.view.focus();
          }}
        >
          Close
        </button>
      </div>
      {editor.isEditable && (
        <div className="find-row">
          <label>
            <span>Replace with</span>
            <input className="control" type="text" value={by} maxLength={500} onChange={(event) => setBy(event.target.value)} />
          </label>
          <button type="button" className="button quiet" aria-disabled={count === 0 || undefined} onClick={() => replace(false)}>
            Replace
          </button>
          <button type="button" className="button quiet" aria-disabled={count === 0 || undefined} onClick={() => replace(true)}>
            Replace all
          </button>
        </div>
      )}
    </div>
  );
}
