import { Extension, type Editor } from "@tiptap/core";
import { EditorContent, useEditor, useEditorState } from "@tiptap/react";
import { nanoid } from "nanoid";
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import type { Pen, PersonHere } from "~/domain/drafting/frames";
import type { SuggestionAuthors } from "~/domain/drafting/suggestions";
import { collaboration } from "~/editor/collaboration";
import type { DocumentNode } from "~/editor/schema/document-node";
import { documentExtensions, schemaVersion } from "~/editor/schema/document-schema";
import { cleanText } from "~/editor/suggestions/clean-text";
import { hasSuggestions } from "~/editor/suggestions/suggestion-parts";
import { aroundSheet } from "./around-sheet";
import { carets } from "./carets";
import { setTimeZone } from "./clause-locks";
import { clauseNumberMarks } from "./clause-number-marks";
import { draftingSession, type DraftingSession } from "./drafting-session";
import type { DraftingState } from "./drafting-state";
import { openJournal } from "./journal";
import { ModeMenu, modeWords } from "./mode-menu";
import { say } from "./say";
import { openedFromOutside } from "./shortcuts";
import { SuggestionMarks, tellSuggestions } from "./suggestion-marks";
import { Toolbar } from "./toolbar";
import { Undo } from "./undo";
import { viewExtensions } from "./view-extensions";
import { modeFor, setMode, writingMode, type WritingMode } from "./writing-mode";

export type TextEditorProps = {
  draftId: string;
  personId: string;
  title: string;
  version: number;
  content: DocumentNode;
  pen: Pen;
  /** Those who suggest something in the text as the page was opened. */
  authors: SuggestionAuthors;
  timeZone: string;
  /** May accept and reject. */
  mayDecide: boolean;
  /** Draws a text to be read, without what is only suggested. */
  reading: (content: DocumentNode) => ReactNode;
  onState: (state: DraftingState) => void;
  /** The editor, once it stands. */
  onEditor: (editor: Editor) => void;
  /** What keeps it and the server together, once it has begun. */
  onSession: (session: DraftingSession) => void;
  /** Somebody pressed Ctrl+S out of habit. */
  onSaveAsked: () => void;
};

/** The text as it is written together. */
export function TextEditor({ draftId, personId, title, version, content, pen: penAtFirst, authors, timeZone, reading, onState, onEditor, onSession, onSaveAsked }: TextEditorProps) {
  const session = useRef<DraftingSession | null>(null);
  const [pen, setPen] = useState<Pen>(penAtFirst);
  const [chosen, setChosen] = useState<WritingMode | null>(null);
  const mode = modeFor(pen, chosen);
  const writing = useRef(mode !== "viewing");
  const escaped = useRef(false);
  const asked = useRef(onSaveAsked);
  asked.current = onSaveAsked;
  const extensions = useMemo(() => [...documentExtensions, Undo, together(version), writingMode(personId, modeFor(penAtFirst, null)), SuggestionMarks, ...viewExtensions], [version, personId, penAtFirst]);
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
      scrollThreshold: aroundSheet,
      scrollMargin: aroundSheet,
      attributes: () => ({ id: "draft-text", class: "ProseMirror", role: "textbox", "aria-multiline": "true", "aria-label": `Text of ${title}`, "aria-readonly": String(!writing.current), spellcheck: "true", tabindex: "0" }),
      handleDOMEvents: { keydown: (_view, event) => onKey(event, escaped, asked.current) },
    },
    onTransaction: ({ transaction }) => {
      if (transaction.docChanged && !transaction.getMeta("collab$")) session.current?.changed();
    },
    onSelectionUpdate: () => session.current?.moved(),
    onBlur: () => session.current?.moved(),
  });

  const [ready, setReady] = useState(false);
  const [met, setMet] = useState<SuggestionAuthors>(authors);

  useEffect(() => {
    if (editor) onEditor(editor);
  }, [editor, onEditor]);

  useEffect(() => {
    const outside = (event: KeyboardEvent) => onKeyOutside(event, asked.current);
    document.addEventListener("keydown", outside);
    return () => document.removeEventListener("keydown", outside);
  }, []);

  useEffect(() => {
    if (!editor) return;
    writing.current = ready && mode !== "viewing";
    editor.view.dispatch(setMode(editor.state, mode));
    if (editor.isEditable !== writing.current) editor.setEditable(writing.current, false);
  }, [editor, mode, ready]);

  useEffect(() => {
    editor?.view.dispatch(tellSuggestions(editor.state, { authors: met }));
  }, [editor, met]);

  useEffect(() => {
    editor?.view.dispatch(setTimeZone(editor.state, timeZone));
  }, [editor, timeZone]);

  const onMode = useCallback(
    (next: WritingMode) => {
      setChosen(next);
      if (editor) say(editor.view, modeWords[next]);
    },
    [editor],
  );

  useEffect(() => {
    if (!editor) return;
    let gone = false;
    void openJournal({ draftId, personId, schema: schemaVersion, title }).then((journal) => {
      if (gone) return;
      const show = (state: DraftingState) => {
        setPen(state.pen);
        setReady(true);
        setMet((known) => withThoseHere(known, state.people));
        onState(state);
      };
      session.current = draftingSession({ view: editor.view, draftId, personId, pen: penAtFirst, schema: schemaVersion, journal, show });
      onSession(session.current);
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
  }, [editor, draftId, personId, title, penAtFirst, onState, onSession]);

  if (!editor) return null;
  return (
    <div className="editor">
      <div className="editor-bar">
        <ModeMenu mode={mode} pen={pen} onMode={onMode} />
        <Toolbar editor={editor as Editor} />
      </div>
      <ViewedText editor={editor as Editor} viewing={mode === "viewing"} reading={reading} />
    </div>
  );
}

/** The editor; for who only looks at a text with suggestions in it, the text without them. */
function ViewedText({ editor, viewing, reading }: { editor: Editor; viewing: boolean; reading: TextEditorProps["reading"] }) {
  const doc = useEditorState({ editor, selector: ({ editor: now }) => (viewing && hasSuggestions(now.state.doc) ? now.state.doc : null), equalityFn: Object.is });
  return (
    <>
      <div hidden={doc !== null}>
        <EditorContent editor={editor} />
      </div>
      {doc && <div className="viewed-text">{reading(cleanText(doc))}</div>}
    </>
  );
}

/** Those who came later and suggest something too. */
function withThoseHere(known: SuggestionAuthors, people: readonly PersonHere[]): SuggestionAuthors {
  const late = people.filter(({ personId }) => !Object.hasOwn(known, personId));
  return late.length === 0 ? known : { ...known, ...Object.fromEntries(late.map(({ personId, name, organization, group }) => [personId, { name, organization, face: group }])) };
}

function together(version: number) {
  return Extension.create({ name: "together", addProseMirrorPlugins: () => [collaboration(version, nanoid), carets(), clauseNumberMarks()] });
}

/** The same habits beside the text, as in the field of a comment. */
function onKeyOutside(event: KeyboardEvent, onSaveAsked: () => void): void {
  const { key, altKey, ctrlKey, metaKey, defaultPrevented } = event;
  if (defaultPrevented) return;
  const opened = openedFromOutside(event);
  const saves = (ctrlKey || metaKey) && !altKey && key.toLowerCase() === "s";
  if (!opened && !saves) return;
  event.preventDefault();
  if (opened) document.querySelector<HTMLElement>(`.editor-toolbar [data-opens="${opened}"]`)?.click();
  else onSaveAsked();
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
