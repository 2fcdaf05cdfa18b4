import type { ReactNode } from "react";

export const groupShapes = ["square", "circle", "diamond", "triangle", "cross", "hexagon", "star", "pentagon"] as const;
export const groupColours = ["blue", "teal", "violet", "amber", "red", "slate", "plum", "olive"] as const;

export type GroupFace = { shape: string; colour: string; shortName: string; name: string };

const drawings: Record<string, ReactNode> = {
  square: <rect x="1.5" y="1.5" width="13" height="13" />,
  circle: <circle cx="8" cy="8" r="7" />,
  diamond: <path d="M8 0 16 8 8 16 0 8Z" />,
  triangle: <path d="M8 1 16 15H0Z" />,
  cross: <path d="M5.5 1h5v4.5H15v5h-4.5V15h-5v-4.5H1v-5h4.5Z" />,
  hexagon: <path d="M4 1h8l4 7-4 7H4L0 8Z" />,
  star: <path d="m8 0 2.1 5.4 5.9.3-4.6 3.6 1.6 5.7L8 11.8 3 15l1.6-5.7L0 5.7l5.9-.3Z" />,
  pentagon: <path d="m8 .5 8 6L13 15.5H3L0 6.5Z" />,
};

/** The face of a stakeholder group: its shape in its colour, always beside its name. */
export function GroupMark({ group, full = false }: { group: GroupFace; full?: boolean }) {
  return (
    <span className="group-mark">
      <GroupShape group={group} />
      <span>{full ? group.name : group.shortName}</span>
    </span>
  );
}

/** The shape alone, for places where the name already stands beside it. */
export function GroupShape({ group }: { group: Pick<GroupFace, "shape" | "colour"> }) {
  return (
    <svg className={`group-shape ${groupClass(group.colour)}`} viewBox="0 0 16 16" width="13" height="13" aria-hidden="true" focusable="false">
      {drawings[group.shape] ?? drawings.hexagon}
    </svg>
  );
}

export function groupClass(colour: string): string {
  return groupColours.some((known) => known === colour) ? `group-${colour}` : "group-slate";
}
