import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { Bold, ChevronDown, ChevronUp, Columns3, IndentDecrease, IndentIncrease, Info, Italic, Lightbulb, List, ListOrdered, MessageSquare, Plus, Quote, Redo2, Rows3, Table, Trash2, TriangleAlert, Underline, Undo2, type LucideIcon } from "lucide-react";
import { useRef, useState, type KeyboardEvent } from "react";
import { keyNames, keysHere } from "./keys-here";
import { toolbarGroups, type ToolbarAction } from "./toolbar-actions";
import { toolbarOpeners, type ToolbarOpener } from "./toolbar-openers";

const icons: Record<string, LucideIcon> = {
  Undo: Undo2, Redo: Redo2, Comment: MessageSquare, Bold, Italic, Underline, "Bulleted list": List, "Numbered list": ListOrdered,
  "Add clause": Plus, "Indent clause": IndentIncrease, "Outdent clause": IndentDecrease, "Move clause up": ChevronUp, "Move clause down": ChevronDown, "Remove clause": Trash2,
  Callout: Quote, "Callout: note": Info, "Callout: important": TriangleAlert, "Callout: example": Lightbulb, "Header row": Rows3, "Header column": Columns3, "Insert table": Table, "Add row": Rows3, "Add column": Columns3, "Delete row": Trash2, "Delete column": Trash2, "Delete table": Trash2,
};
const worded = new Set(["Comment", "Callout", "Callout: note", "Callout: important", "Callout: example", "Header row", "Header column", "Add clause", "Add row", "Add column", "Delete row", "Delete column", "Delete table"]);
const inTables = new Set(["Header row", "Header column", "Add row", "Add column", "Delete row", "Delete column", "Delete table"]);
const inCallouts = new Set(["Callout: note", "Callout: important", "Callout: example"]);

/** One stop for Tab; arrows go along it, Home and End to its ends, Escape back to the text. */
export function Toolbar({ editor }: { editor: Editor }) {
  const [current, setCurrent] = useState(0);
  const [opened, setOpened] = useState<string | null>(null);
  const bar = useRef<HTMLDivElement>(null);
  const states = useEditorState({ editor, selector: ({ editor: now }) => readStates(now) });
  const inTable = states["Delete table"]?.possible ?? false;
  const inCallout = states.Callout?.pressed ?? false;

  function go(event: KeyboardEvent): void {
    if (event.key === "Escape") return void editor.view.focus();
    const buttons = [...(bar.current?.querySelectorAll("button") ?? [])];
    const by = { ArrowRight: 1, ArrowLeft: -1, Home: -buttons.length, End: buttons.length }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next = Math.abs(by) > 1 ? Math.max(0, Math.min(buttons.length - 1, current + by)) : (current + by + buttons.length) % buttons.length;
    setCurrent(next);
    buttons[next]?.focus();
  }

  const open = toolbarOpeners.find(({ id }) => id === opened);
  let place = -1;
  return (
    <>
      <div ref={bar} className="editor-toolbar" role="toolbar" aria-label="Formatting" aria-controls="draft-text" onKeyDown={go}>
        {toolbarGroups.map(({ name, actions }) => {
          const shown = actions.filter(({ name: action }) => (inTable || !inTables.has(action)) && (inCallout || !inCallouts.has(action)));
          return (
            <div key={name} role="group" aria-label={name} className="editor-toolbar-group">
              {shown.map((action) => {
                place += 1;
                return <ToolbarButton key={action.name} action={action} state={states[action.name]} editor={editor} place={place} current={current} onFocus={setCurrent} />;
              })}
              {toolbarOpeners
                .filter((opener) => opener.group === name)
                .map((opener) => {
                  place += 1;
                  return <OpenerButton key={opener.id} opener={opener} state={states[opener.name]} place={place} current={current} onFocus={setCurrent} onOpen={() => setOpened(opener.id)} />;
                })}
            </div>
          );
        })}
      </div>
      {open && <open.Dialog editor={editor} onClose={() => setOpened(null)} />}
    </>
  );
}

type ButtonState = { pressed: boolean; possible: boolean };
type ToolbarButtonProps = { action: ToolbarAction; state: ButtonState | undefined; editor: Editor; place: number; current: number; onFocus: (place: number) => void };

function ToolbarButton({ action, state, editor, place, current, onFocus }: ToolbarButtonProps) {
  const Icon = icons[action.name] ?? Plus;
  const words = worded.has(action.name);
  return (
    <button
      type="button"
      tabIndex={place === current ? 0 : -1}
      aria-pressed={action.pressed ? state?.pressed : undefined}
      aria-disabled={state?.possible ? undefined : true}
      aria-label={words ? undefined : action.name}
      aria-keyshortcuts={action.keys && keyNames(action.keys)}
      title={action.keys ? `${action.name} (${keysHere(action.keys)})` : action.name}
      onFocus={() => onFocus(place)}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => state?.possible && action.run(editor)}
    >
      <Icon size={18} aria-hidden="true" />
      {words && <span>{action.name}</span>}
    </button>
  );
}

type OpenerButtonProps = { opener: ToolbarOpener; state: ButtonState | undefined; place: number; current: number; onFocus: (place: number) => void; onOpen: () => void };

function OpenerButton({ opener: { id, name, keys, icon: Icon, words, pressed }, state, place, current, onFocus, onOpen }: OpenerButtonProps) {
  return (
    <button
      type="button"
      tabIndex={place === current ? 0 : -1}
      aria-pressed={pressed ? state?.pressed : undefined}
      aria-disabled={state?.possible ? undefined : true}
      aria-label={words ? undefined : name}
      aria-haspopup="dialog"
      aria-keyshortcuts={keys && keyNames(keys)}
      title={keys ? `${name} (${keysHere(keys)})` : name}
      data-opens={id}
      onFocus={() => onFocus(place)}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => state?.possible && onOpen()}
    >
      <Icon size={18} aria-hidden="true" />
      {words && <span>{name}</span>}
    </button>
  );
}

function readStates(editor: Editor): Record<string, ButtonState> {
  const actions = toolbarGroups.flatMap((group): readonly (ToolbarAction | ToolbarOpener)[] => group.actions);
  return Object.fromEntries([...actions, ...toolbarOpeners].map(({ name, pressed, possible }) => [name, { pressed: pressed?.(editor) ?? false, possible: possible(editor) }]));
}
