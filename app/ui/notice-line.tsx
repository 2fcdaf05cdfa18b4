import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

export type NoticeKind = "success" | "warning" | "info" | "danger";

const icons = { success: CircleCheck, warning: TriangleAlert, info: Info, danger: CircleAlert };
const spoken: Record<NoticeKind, string> = { success: "Done: ", warning: "Warning: ", info: "Note: ", danger: "Problem: " };

export function NoticeLine({ kind = "info", title, children }: { kind?: NoticeKind; title?: string; children?: ReactNode }) {
  const Icon = icons[kind];
  return (
    <div className={`notice ${kind}`} role={kind === "danger" ? "alert" : "status"}>
      <Icon size={20} aria-hidden="true" />
      <div>
        <span className="visually-hidden">{spoken[kind]}</span>
        {title && <strong className="notice-title">{title} </strong>}
        {children}
      </div>
    </div>
  );
}
