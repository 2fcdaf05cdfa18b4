import { Check, CloudOff, LoaderCircle } from "lucide-react";

export type Saving = "saving" | "saved" | "not-saved" | "offline";

const said: Record<Saving, string> = {
  saving: "Saving",
  saved: "Saved",
  "not-saved": "Not saved",
  offline: "Not saved, working offline",
};

const icons = { saving: LoaderCircle, saved: Check, "not-saved": CloudOff, offline: CloudOff };

/** Tells the truth about durability: "Saved" only when the text is committed. */
export function SavedState({ state, announce }: { state: Saving; announce?: string }) {
  const Icon = icons[state];
  return (
    <span className={`saved-state ${state}`}>
      <Icon size={16} aria-hidden="true" />
      <span aria-hidden="true">{said[state]}</span>
      <span className="visually-hidden" role="status" aria-live="polite">
        {announce ?? (state === "saving" ? "" : said[state])}
      </span>
    </span>
  );
}
