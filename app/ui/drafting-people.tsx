import type { PersonHere } from "~/domain/drafting/frames";
import { GroupShape } from "./group-mark";

/** Who has the text open: those who write first. */
export function PeopleHere({ people, more }: { people: readonly PersonHere[]; more: number }) {
  if (people.length === 0) return null;
  return (
    <ul className="drafting-people" role="list" aria-label="People here">
      {people.map(({ personId, name, organization, group, writes }) => (
        <li key={personId} title={`${name}, ${organization}${writes ? "" : ", reading"}`}>
          <GroupShape group={group} />
          <span>{name}</span>
          <span className="visually-hidden">
            , {organization}
            {writes ? "" : ", reading"}
          </span>
        </li>
      ))}
      {more > 0 && <li>and {more} more</li>}
    </ul>
  );
}
