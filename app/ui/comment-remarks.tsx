import { Fragment } from "react";
import type { ShownRemark, ShownThreads } from "~/editor/comments/shown-thread";
import { When } from "./dates";
import { GroupMark } from "./group-mark";

type RemarksProps = { remarks: readonly ShownRemark[]; timeZone: string; names: readonly string[]; compact?: boolean };

/** What was said in a thread, oldest first. */
export function Remarks({ remarks, timeZone, names, compact = false }: RemarksProps) {
  return (
    <ol role="list" className="comment-remarks" aria-label="What was said">
      {remarks.map(({ id, author, at, body, carried }) => (
        <li key={id} id={`${compact ? "panel-" : ""}comment-${id}`} className="comment-remark">
          <p className="remark-head">
            <strong>{author.name}</strong> {!compact && <span className="quiet">{author.organization}</span>} <GroupMark group={author.group} />
          </p>
          <p className="quiet small">
            <When at={at} timeZone={timeZone} />
            {carried && ", on the text before this one"}
          </p>
          <p className="said">{withNames(body, names)}</p>
        </li>
      ))}
    </ol>
  );
}

/** The names that may be called in a text, the longest first. */
export function namesIn({ people, groups }: Pick<ShownThreads, "people" | "groups">): string[] {
  return [...people.map(({ name }) => name), ...groups.flatMap(({ name, shortName }) => [name, shortName])].sort((one, other) => other.length - one.length);
}

function withNames(body: string, names: readonly string[]) {
  const known = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  if (!known || !body.includes("@")) return body;
  const parts = body.split(new RegExp(`(@(?:${known})(?![\\p{L}\\p{N}]))`, "iu"));
  return parts.map((part, at) => (at % 2 === 1 ? <strong key={at} className="comment-name">{part}</strong> : <Fragment key={at}>{part}</Fragment>));
}
