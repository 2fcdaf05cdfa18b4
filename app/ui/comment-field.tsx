import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import type { ShownThreads } from "~/editor/comments/shown-thread";

type CommentFieldProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  onSend: () => void;
  onLeave: () => void;
  callable: Pick<ShownThreads, "people" | "groups">;
  error?: string | null;
  focused?: boolean;
  rows?: number;
};
type Name = { name: string; what: string };

const mostOffered = 6;

/** Where a comment is written: Ctrl+Enter sends it, Escape goes back to the text, "@" offers names. */
export function CommentField({ label, value, onChange, onSend, onLeave, callable, error, focused = false, rows = 3 }: CommentFieldProps) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(0);
  const [chosen, setChosen] = useState(0);
  const [closedAt, setClosedAt] = useState(-1);
  useEffect(() => {
    if (focused) field.current?.focus();
  }, [focused]);
  const asked = askedName(value, caret);
  const offered = asked && asked.at !== closedAt ? namesFor(asked.begun, callable) : [];
  const open = offered.length > 0;
  const at = Math.min(chosen, offered.length - 1);

  function take({ name }: Name): void {
    if (!asked) return;
    const before = `${value.slice(0, asked.at)}@${name} `;
    onChange(before + value.slice(caret).replace(/^ /, ""));
    setCaret(before.length);
    setChosen(0);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(before.length, before.length);
    });
  }

  function go(event: KeyboardEvent): void {
    const { key, ctrlKey, metaKey } = event;
    const picked = offered[at];
    if (key === "Enter" && (ctrlKey || metaKey)) onSend();
    else if (open && key === "ArrowDown") setChosen((at + 1) % offered.length);
    else if (open && key === "ArrowUp") setChosen((at + offered.length - 1) % offered.length);
    else if (open && picked && (key === "Enter" || key === "Tab")) take(picked);
    else if (open && key === "Escape") setClosedAt(asked?.at ?? -1);
    else if (key === "Escape") onLeave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className={error ? "comment-field refused" : "comment-field"}>
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {error && (
        <p id={`${id}-error`} className="field-error" role="alert">
          <span className="visually-hidden">Error: </span>
          {error}
        </p>
      )}
      <textarea
        ref={field}
        id={id}
        className="control"
        rows={rows}
        maxLength={5000}
        value={value}
        aria-autocomplete="list"
        aria-controls={open ? `${id}-names` : undefined}
        aria-activedescendant={open ? `${id}-name-${at}` : undefined}
        aria-invalid={error ? true : undefined}
        aria-describedby={[error ? `${id}-error` : "", `${id}-offered`].filter(Boolean).join(" ")}
        onChange={(event) => {
          onChange(event.target.value);
          setCaret(event.target.selectionStart);
          setChosen(0);
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={go}
      />
      {open && (
        <ul id={`${id}-names`} role="listbox" aria-label="Names" className="comment-names">
          {offered.map((each, index) => (
            <li key={`${each.name} ${each.what}`} id={`${id}-name-${index}`} role="option" aria-selected={index === at} onPointerDown={(event) => event.preventDefault()} onClick={() => take(each)}>
              <span>{each.name}</span> <span className="quiet small">{each.what}</span>
            </li>
          ))}
        </ul>
      )}
      <p id={`${id}-offered`} className="visually-hidden" aria-live="polite">
        {open ? `${offered.length} ${offered.length === 1 ? "name" : "names"}. Choose with the arrow keys and Enter.` : ""}
      </p>
    </div>
  );
}

/** The name that is being typed behind "@", up to the caret. */
function askedName(value: string, caret: number): { at: number; begun: string } | null {
  const found = /(?:^|[\s(])@([^@\n]{0,40})$/u.exec(value.slice(0, caret));
  return found ? { at: caret - (found[1] ?? "").length - 1, begun: found[1] ?? "" } : null;
}

function namesFor(begun: string, { people, groups }: Pick<ShownThreads, "people" | "groups">): Name[] {
  const wanted = begun.toLowerCase();
  const all: Name[] = [...people.map(({ name, organization }) => ({ name, what: organization })), ...groups.map(({ name }) => ({ name, what: "everybody in this group" }))];
  const fits = all.filter(({ name }) => name.toLowerCase().startsWith(wanted) || (wanted !== "" && name.toLowerCase().split(" ").some((word) => word.startsWith(wanted))));
  return fits.some(({ name }) => name.toLowerCase() === wanted.trim()) && wanted.endsWith(" ") ? [] : fits.slice(0, mostOffered);
}
