import { Extension, type Editor } from "@tiptap/core";
import { EditorContent, useEditor } from "@tiptap/react";
import { nanoid } from "nanoid";
import { useEffect, useMemo, useRef } from "react";
import type { Pen } from "~/domain/drafting/frames";
import { collaboration } from "~/editor/collaboration";
import type { DocumentNode } from "~/editor/schema/document-node";
import { documentExtensions, schemaVersion } from "~/editor/schema/document-schema";
import { carets } from "./carets";
import { clauseNumberMarks } from "./clause-number-marks";
import { draftingSession } from "./drafting-session";
import type { DraftingState } from "./drafting-state";
import { openJournal } from "./journal";
import { Toolbar } from "./toolbar";
import { Undo } from "./undo";
import { viewExtensions } from "./view-extensions";

export type TextEditorProps = {
  draftId: string;
  personId: string;
  title: string;
  version: number;
  content: DocumentNode;
  pen: Pen;
  onState: (state: DraftingState) => void;
  /** The editor, once it stands. */
  onEditor: (editor: Editor) => void;
  /** Somebody pressed Ctrl+S out of habit. */
  onSaveAsked: () => void;
};

/** The text as it is written together. */
export function TextEditor({ draftId, personId, title, version, content, pen, onState, onEditor, onSaveAsked }: TextEditorProps) {
  const session = useRef<ReturnType<typeof draftingSession> | null>(null);
  const writing = useRef(pen !== null);
  const escaped = useRef(false);
  const asked = useRef(onSaveAsked);
  asked.current = onSaveAsked;
  const extensions = useMemo(() => [...documentExtensions, Undo, together(version), ...viewExtensions], [version]);
  const editor = useEditor({
    extensions,
    content: content as object,
    editable: false,
    injectCSS: false,
    immediatelyRender: true,
    shouldRerenderOnTransaction: false,
    enableInputRules: false,
    enablePasteRules: false,
    editorProps: {
      attributes: () => ({ id: "draft-text", class: "ProseMirror", role: "textbox", "aria-multiline": "true", "aria-label": `Text of ${title}`, "aria-readonly": String(!writing.current), spellcheck: "true", tabindex: "0" }),
      handleDOMEvents: { keydown: (_view, event) => onKey(event, escaped, asked.current) },
    },
    onTransaction: ({ transaction }) => {
      if (transaction.docChanged && !transaction.getMeta("collab$")) session.current?.changed();
    },
    onSelectionUpdate: () => session.current?.moved(),
    onBlur: () => session.current?.moved(),
  });

  useEffect(() => {
    if (editor) onEditor(editor);
  }, [editor, onEditor]);

  useEffect(() => {
    if (!editor) return;
    let gone = false;
    void openJournal({ draftId, personId, schema: schemaVersion }).then((journal) => {
      if (gone) return;
      const show = (state: DraftingState) => {
        writing.current = state.pen !== null;
        if (editor.isEditable !== writing.current) editor.setEditable(writing.current, false);
        onState(state);
      };
      session.current = draftingSession({ view: editor.view, draftId, schema: schemaVersion, journal, show });
    });
    const warn = (event: BeforeUnloadEvent) => {
      if (session.current && !session.current.isSaved()) event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    return () => {
      gone = true;
      window.removeEventListener("beforeunload", warn);
      session.current?.stop();
      session.current = null;
    };
  }, [editor, draftId, personId, onState]);

  if (!editor) return null;
  return (
    <div className="editor">
      <Toolbar editor={editor as Editor} />
      <EditorContent editor={editor} />
    </div>
  );
}

function together(version: number) {
  return Extension.create({ name: "together", addProseMirrorPlugins: () => [collaboration(version, nanoid), carets(), clauseNumberMarks()] });
}

/** True keeps a key from the editor; the browser still does with it what it always does. */
function onKey(event: KeyboardEvent, escaped: { current: boolean }, onSaveAsked: () => void): boolean {
  const { key, altKey, ctrlKey, metaKey } = event;
  if ((ctrlKey || metaKey) && !altKey && key.toLowerCase() === "s") {
    event.preventDefault();
    onSaveAsked();
    return true;
  }
  if ((ctrlKey || metaKey) && key.toLowerCase() === "k") {
    event.preventDefault();
    document.querySelector<HTMLElement>('.editor-toolbar [data-opens="link"]')?.click();
    return true;
  }
  if (altKey && key === "F10") {
    event.preventDefault();
    document.querySelector<HTMLElement>('.editor-toolbar [tabindex="0"]')?.focus();
    return true;
  }
  // Inside lists and tables Tab moves; Escape gives it back.
  const leaves = key === "Tab" && escaped.current;
  if (key !== "Shift") escaped.current = key === "Escape";
  return leaves;
}
