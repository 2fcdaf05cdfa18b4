import type { Editor } from "@tiptap/core";
import { useState } from "react";
import { chosenFootnote, setFootnote } from "~/editor/schema/reference-commands";
import { EditorDialog } from "./editor-dialog";

const longest = 4_000;

/** Asks for the words of a footnote, a new one or the chosen one. */
export function FootnoteDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const [before] = useState(() => chosenFootnote(editor.state));

  function save(words: string): string | null {
    if (words === "") return "Write the words of the footnote.";
    if (words.length > longest) return "Keep a footnote below 4,000 characters.";
    setFootnote(words.replace(/\s+/g, " "))(editor.state, editor.view.dispatch);
    return null;
  }

  return (
    <EditorDialog
      editor={editor}
      title="Footnote"
      label="Words of the footnote"
      save={before === null ? "Insert footnote" : "Save footnote"}
      control={(names) => <textarea {...names} rows={4} defaultValue={before ?? ""} />}
      onSave={save}
      removal={before === null ? undefined : { label: "Remove footnote", onRemove: () => editor.view.dispatch(editor.state.tr.deleteSelection()) }}
      onClose={onClose}
    />
  );
}
