import { roleNames, type Role } from "~/domain/access/roles";
import { Day } from "./dates";
import { GroupMark, type GroupFace } from "./group-mark";
import { Table } from "./table";

export type Member = { id: string; name: string; email: string; roles: readonly Role[]; suspendedAt: Date | string | null; maySuspend: boolean; mayGiveRoles: boolean };
export type MemberSeat = {
  id: string;
  title: string;
  voting: boolean;
  termStart: string;
  termEnd: string | null;
  organization: { name: string };
  holder: { name: string; suspended: boolean } | null;
  alternate: { name: string; suspended: boolean } | null;
  filled: boolean;
  inTerm: boolean;
};
export type MemberGroup = GroupFace & {
  id: string;
  short: string;
  base: string;
  seats: readonly MemberSeat[];
  organizations: readonly { id: string; name: string; isAgency: boolean; leftOn: Date | string | null; doors: readonly { label: string; href: string }[]; auditContact: { name: string | null; mayChoose: boolean }; people: readonly Member[]; count: number; more: string | null }[];
};

type MembersGroupProps = { group: MemberGroup; timeZone: string; rights: { assignSeat: boolean; changeSeat: boolean; movePeople: boolean } };

/** A stakeholder group: its seats first, because they are what votes; then its organizations and their people. */
export function MembersGroup({ group, timeZone, rights }: MembersGroupProps) {
  return (
    <section className="section" id={`group-${group.id}`} aria-labelledby={`group-${group.id}-name`}>
      <div className="section-head">
        <h2 id={`group-${group.id}-name`}>
          <GroupMark group={group} full />
        </h2>
        <strong>{group.short}</strong>
      </div>
      <div className="stack">
        <p className="quiet">{group.base}</p>
        {group.seats.length > 0 && <Seats group={group} timeZone={timeZone} rights={rights} />}
        {group.organizations.length === 0 && <p className="quiet">No organization of this group has joined yet.</p>}
        {group.organizations.map((organization) => (
          <div key={organization.id}>
            <h3>
              {organization.name}
              {organization.isAgency && <span className="quiet">{organization.leftOn ? ", has left the program" : ", decides on policies"}</span>}
            </h3>
            {organization.doors.length > 0 && (
              <ul className="row plain" role="list">
                {organization.doors.map(({ label, href }) => (
                  <li key={href}>
                    <a href={href}>
                      {label}
                      <span className="visually-hidden">{`: ${organization.name}`}</span>
                    </a>
                  </li>
                ))}
              </ul>
            )}
            {organization.people.length > 0 ? <People people={organization.people} of={organization.name} mayMove={rights.movePeople} /> : <p className="quiet">{organization.count > 0 ? "No more people." : "Nobody has joined yet."}</p>}
            {organization.more && <p><a href={organization.more}>{`More of the ${organization.count.toLocaleString("en-US")} people of ${organization.name}`}</a></p>}
            <p className="quiet small">
              {`Audit contact: ${organization.auditContact.name ?? "nobody"}. `}
              {organization.auditContact.mayChoose && <a href={`/organizations/${organization.id}/audit-contact`} aria-label={`Choose the audit contact of ${organization.name}`}>Choose</a>}
            </p>
          </div>
        ))}
      </div>
    </section>
  );
}

type SeatsProps = { group: Pick<MemberGroup, "name" | "seats">; timeZone: string; rights: { assignSeat: boolean; changeSeat: boolean } };

/** The seats of a group: who holds them and who stands in, voting or observing, and for how long. */
export function Seats({ group, timeZone, rights }: SeatsProps) {
  return (
    <Table
      caption={`Seats of ${group.name}`}
      hideCaption
      stacks
      rows={group.seats}
      rowKey={(seat) => seat.id}
      columns={[
        { title: "Seat", heading: true, cell: (seat) => seat.title },
        { title: "Organization", cell: (seat) => seat.organization.name },
        { title: "Held by", cell: (seat) => <Holder seat={seat} /> },
        { title: "Alternate", cell: (seat) => (seat.alternate ? seat.alternate.name : <span className="quiet">None</span>) },
        { title: "Vote", cell: (seat) => (seat.voting ? "Voting" : "Observer, non-voting") },
        {
          title: "Term",
          cell: (seat) => (
            <>
              <Day at={seat.termStart} timeZone={timeZone} /> to {seat.termEnd ? <Day at={seat.termEnd} timeZone={timeZone} /> : "open end"}
            </>
          ),
        },
        ...(rights.assignSeat ? [{ title: "Change", cell: (seat: MemberSeat) => <SeatActs seat={seat} mayChange={rights.changeSeat} /> }] : []),
      ]}
    />
  );
}

function SeatActs({ seat, mayChange }: { seat: MemberSeat; mayChange: boolean }) {
  return (
    <span className="row">
      <a href={`/seats/${seat.id}/holder`} aria-label={`Choose who holds ${seat.title}`}>
        Choose holder
      </a>
      {seat.voting && (
        <a href={`/seats/${seat.id}/alternate`} aria-label={`Choose the alternate of ${seat.title}`}>
          Alternate
        </a>
      )}
      {mayChange && (
        <a href={`/seats/${seat.id}/term`} aria-label={`Change the title or term of ${seat.title}`}>
          Term
        </a>
      )}
    </span>
  );
}

function Holder({ seat: { holder, inTerm, filled } }: { seat: MemberSeat }) {
  if (!holder) return <span className="quiet">Vacant</span>;
  const why = holder.suspended ? " (suspended, counts as vacant)" : filled ? "" : inTerm ? "" : " (outside the term)";
  return (
    <>
      {holder.name}
      <span className="quiet">{why}</span>
    </>
  );
}

function People({ people, of, mayMove }: { people: readonly Member[]; of: string; mayMove: boolean }) {
  const anyAct = mayMove || people.some((person) => person.maySuspend || person.mayGiveRoles);
  return (
    <Table
      stacks
      caption={`People of ${of}`}
      hideCaption
      rows={people}
      rowKey={(person) => person.id}
      columns={[
        {
          title: "Name",
          heading: true,
          cell: (person) => (
            <>
              {person.name}
              {person.suspendedAt && <span className="overdue"> (suspended)</span>}
            </>
          ),
        },
        { title: "E-mail", cell: (person) => <a href={`mailto:${person.email}`}>{person.email}</a> },
        { title: "Roles", cell: (person) => person.roles.map((role) => roleNames[role]).join(", ") },
        ...(anyAct ? [{ title: "Change", cell: (person: Member) => <Acts person={person} mayMove={mayMove} /> }] : []),
      ]}
    />
  );
}

function Acts({ person, mayMove }: { person: Member; mayMove: boolean }) {
  const suspension = person.suspendedAt ? { path: "restoration", word: "Restore" } : { path: "suspension", word: "Suspend" };
  return (
    <span className="row">
      {mayMove && (
        <a href={`/people/${person.id}/organization`} aria-label={`Move ${person.name} to another organization`}>
          Move
        </a>
      )}
      {person.mayGiveRoles && (
        <a href={`/people/${person.id}/roles`} aria-label={`Change the roles of ${person.name}`}>
          Roles
        </a>
      )}
      {person.maySuspend && (
        <a href={`/people/${person.id}/${suspension.path}`} aria-label={`${suspension.word} ${person.name}`}>
          {suspension.word}
        </a>
      )}
    </span>
  );
}
