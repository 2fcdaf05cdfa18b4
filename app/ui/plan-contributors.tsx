import type { ReactNode } from "react";
import { Day } from "./dates";

export type Contributor = { id: string; name: string; part: string; from: Date | string; until: Date | string | null };

/** Who works on a plan and who did, each with both days. */
export function Contributors({ contributors, after }: { contributors: readonly Contributor[]; after?: (contributor: Contributor) => ReactNode }) {
  if (contributors.length === 0) return <p className="quiet">Nobody is named yet.</p>;
  return (
    <ul className="lines" role="list">
      {contributors.map((contributor) => (
        <li key={contributor.id} className="needs-line">
          <p>
            {`${contributor.name}, ${contributor.part}, from `}
            <Day at={contributor.from} timeZone="UTC" />
            {contributor.until && (
              <>
                {" until "}
                <Day at={contributor.until} timeZone="UTC" />
              </>
            )}
          </p>
          {after?.(contributor)}
        </li>
      ))}
    </ul>
  );
}
