import type { ReactNode } from "react";

/** Says what a place is for, and offers the first step. */
export function EmptyState({ title, children, step }: { title: string; children?: ReactNode; step?: ReactNode }) {
  return (
    <div className="empty">
      <p className="needs-what">{title}</p>
      {children && <div className="quiet prose">{children}</div>}
      {step && <div className="empty-step">{step}</div>}
    </div>
  );
}
