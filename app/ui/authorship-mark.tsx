import { createContext, useContext, type ReactNode } from "react";
import { formatDay } from "~/domain/programs/format-when";
import { groupClass, GroupShape, type GroupFace } from "./group-mark";

export type Wrote = { id: string; name: string; group: GroupFace };
type Authors = { organizations: ReadonlyMap<string, Wrote>; timeZone: string };

export const AuthorsContext = createContext<Authors>({ organizations: new Map(), timeZone: "UTC" });

/** Letters in the colour of the group that wrote them. Where another organization begins its mark stands, with its name. */
export function WrittenBy({ attrs, children }: { attrs: Record<string, unknown>; children: ReactNode }) {
  const { organizations, timeZone } = useContext(AuthorsContext);
  const by = organizations.get(String(attrs.org));
  const lastAt = String(attrs.lastAt);
  const lastBy = organizations.get(String(attrs.lastOrg))?.name ?? "";
  const last = lastAt ? `This sentence was last changed by ${String(attrs.lastName)}, ${lastBy}, on ${formatDay(lastAt, timeZone)}` : "This sentence is as it was at the start";
  return (
    <>
      {attrs.first === true && (by || lastAt) && <Begins by={by} last={last} />}
      <span className={by ? `written ${groupClass(by.group.colour)}` : "written"} title={last}>
        {children}
      </span>
    </>
  );
}

function Begins({ by, last }: { by: Wrote | undefined; last: string }) {
  return (
    <a className={by ? `written-mark ${groupClass(by.group.colour)}` : "written-mark"} href={`#wrote-${by?.id ?? "start"}`} data-last={last} title={last}>
      {by ? <GroupShape group={by.group} /> : null}
      <span aria-hidden="true">{by ? by.group.shortName : "Start"}</span>
      <span className="visually-hidden">{by ? `${by.name} wrote: ` : "From the start: "}</span>
    </a>
  );
}
