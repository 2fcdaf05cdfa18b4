import type { ReactNode } from "react";

const names: Record<string, string> = { note: "Note", important: "Important", example: "Example" };

/** What a callout is for, as a reader sees it. */
export function toneName(tone: unknown): string {
  return names[String(tone)] ?? "Note";
}

/** Words set apart from the rule itself. */
export function CalloutBox({ tone, children }: { tone: unknown; children: ReactNode }) {
  return (
    <aside className="callout" data-tone={String(tone)} aria-label={toneName(tone)}>
      <p className="callout-tone" aria-hidden="true">
        {toneName(tone)}
      </p>
      {children}
    </aside>
  );
}
