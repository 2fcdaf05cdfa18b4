import type { ReactNode } from "react";
import { ButtonLink } from "./button";

export type NeedLine = {
  id: string;
  what: string;
  why: ReactNode;
  /** Usually `<When ... />`. */
  until?: ReactNode;
  overdue?: boolean;
  button: { label: string; href: string };
};

export function NeedsYou({ lines }: { lines: readonly NeedLine[] }) {
  return (
    <ul className="lines" role="list">
      {lines.map((line) => (
        <li key={line.id} className="needs-line">
          <div>
            <p className="needs-what">{line.what}</p>
            <p className="needs-why">{line.why}</p>
            {line.until && (
              <p>
                <span className={line.overdue ? "overdue" : undefined}>{line.overdue ? "Overdue since " : "Until "}</span>
                {line.until}
              </p>
            )}
          </div>
          <ButtonLink look="secondary" href={line.button.href}>
            {line.button.label}
            <span className="visually-hidden">{`: ${line.what}`}</span>
          </ButtonLink>
        </li>
      ))}
    </ul>
  );
}
