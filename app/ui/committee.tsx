import { Button } from "./button";
import { Select } from "./field";
import { GroupMark, type GroupFace } from "./group-mark";
import { NoticeLine } from "./notice-line";
import { SectionHead } from "./page-head";
import { errorAt, typed, type RefusedForm } from "./refused-form";

export type CommitteeOnPage = {
  id: string;
  name: string;
  purpose: string;
  missing: string | null;
  composition: readonly { group: GroupFace & { id: string }; members: number }[];
  members: readonly { id: string; name: string; suspended: boolean; organization: string; group: GroupFace | null }[];
};
type Props = { committee: CommitteeOnPage; people: readonly { id: string; name: string; organization: string }[]; mayChange: boolean };

/** A committee: whether it is complete, and who is in it. */
export function Committee({ committee: { id, name, purpose, missing, composition, members }, people, mayChange }: Props) {
  const others = people.filter((person) => !members.some((member) => member.id === person.id));
  return (
    <section className="section stack" aria-labelledby={`committee-${id}`}>
      <SectionHead title={name} id={`committee-${id}`} />
      <p className="quiet">{purpose}</p>
      {missing ? <NoticeLine kind="warning">{missing}</NoticeLine> : <p>Complete: {composition.map(({ group }) => group.name).join(", ")} are in it.</p>}
      <ul className="lines" role="list">
        {members.map((member) => (
          <li key={member.id} className="needs-line">
            <p>
              {member.name}, <span className="quiet">{member.organization}</span> {member.group && <GroupMark group={member.group} />}
              {member.suspended && <span className="overdue"> (suspended)</span>}
            </p>
            {mayChange && (
              <form method="post" action={`/committees/${id}/departures`}>
                <input type="hidden" name="personId" value={member.id} />
                <Button look="quiet" aria-label={`Take ${member.name} out of ${name}`}>Take out</Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {mayChange && others.length > 0 && (
        <form method="post" action={`/committees/${id}/members`} className="form" noValidate>
          <ChooseMember id={`person-${id}`} committee={name} people={others} />
          <Button look="secondary">Add</Button>
        </form>
      )}
    </section>
  );
}

type Choosing = { id?: string; committee: string; people: Props["people"]; refused?: RefusedForm };

/** Whom to add to a committee. */
export function ChooseMember({ id, committee, people, refused }: Choosing) {
  return (
    <Select
      id={id}
      label={`Add somebody to ${committee}`}
      name="personId"
      required
      defaultValue={typed(refused, "personId")}
      error={errorAt(refused, "personId")}
      options={[{ value: "", label: "Choose a person" }, ...people.map((person) => ({ value: person.id, label: `${person.name}, ${person.organization}` }))]}
    />
  );
}
