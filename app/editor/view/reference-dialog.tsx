import type { Editor } from "@tiptap/core";
import { useState } from "react";
import { chosenReference, setReference } from "~/editor/schema/reference-commands";
import { clauseNamesIn } from "./clause-names";
import { EditorDialog } from "./editor-dialog";

/** Asks which clause a reference leads to. What is shown in the text is the number that the clause has at the moment. */
export function ReferenceDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const [before] = useState(() => chosenReference(editor.state));
  const [clauses] = useState(() => [...clauseNamesIn(editor.state.doc)]);

  function save(clause: string): string | null {
    if (!clauses.some(([id]) => id === clause)) return "Choose the clause that it leads to.";
    setReference(clause)(editor.state, editor.view.dispatch);
    return null;
  }

  return (
    <EditorDialog
      editor={editor}
      title="Reference to a clause"
      label="Clause"
      hint="The text shows the number of the clause, also after it moves."
      save={before === null ? "Insert reference" : "Save reference"}
      control={({ className, ...names }) => (
        <select {...names} className={`${className} reference-clauses`} size={Math.min(10, Math.max(3, clauses.length))} defaultValue={before ?? ""}>
          {clauses.map(([id, name]) => (
            <option key={id} value={id}>
              {name || "Without a title"}
            </option>
          ))}
        </select>
      )}
      onSave={save}
      onClose={onClose}
    />
  );
}
