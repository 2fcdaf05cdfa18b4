import { useId } from "react";
import type { Pen } from "~/domain/drafting/frames";
import { writingModes, type WritingMode } from "./writing-mode";

const names: Record<WritingMode, string> = { editing: "Editing", suggesting: "Suggesting", viewing: "Viewing" };

/** What each mode does, as it is said when one changes to it. */
export const modeWords: Record<WritingMode, string> = {
  editing: "Editing: what you write changes the text.",
  suggesting: "Suggesting: what you change is marked as your suggestion, and the text stays as it is.",
  viewing: "Viewing: the text as it stands, without suggestions.",
};

const whyNot: Record<"suggest" | "none", string> = {
  suggest: "You may suggest changes here. Editing is for drafters and coordinators.",
  none: "You may read this text.",
};

type Props = { mode: WritingMode; pen: Pen; onMode: (mode: WritingMode) => void };

/** The one menu for how one works in the text. */
export function ModeMenu({ mode, pen, onMode }: Props) {
  const id = useId();
  const why = pen === "write" ? null : whyNot[pen ?? "none"];
  const offered = { editing: pen === "write", suggesting: pen !== null, viewing: true };
  return (
    <div className="mode-menu">
      <label className="visually-hidden" htmlFor={id}>
        Mode
      </label>
      <select id={id} className="control" value={mode} aria-describedby={why ? `${id}-why` : undefined} title={why ?? modeWords[mode]} onChange={(event) => onMode(event.currentTarget.value as WritingMode)}>
        {writingModes.map((each) => (
          <option key={each} value={each} disabled={!offered[each]}>
            {names[each]}
          </option>
        ))}
      </select>
      {why && (
        <span id={`${id}-why`} className="quiet small mode-why">
          {why}
        </span>
      )}
    </div>
  );
}
