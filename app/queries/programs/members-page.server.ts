import { givableRoles } from "~/domain/access/invitation";
import { can, type Actor, type Thing } from "~/domain/access/may";
import { dayIn } from "~/domain/library/in-force";
import { isFilled, seatsInWords, termCovers } from "~/domain/programs/seats";
import { query } from "~/queries/query.server";
import { databaseTime } from "~/store/database.server";
import { openInvitationsOf } from "~/store/people.server";
import { groupsOf, latestCharter, organizationsOf, peopleByOrganization, programOf, seatsOf } from "~/store/programs.server";

const few = 50;
const many = 200;

/** Who the program is: groups with their seats, organizations with their people; of a large organization the first, and the others where one asks for it. */
export const membersPage = query("program.read", async (db, asked: { organizationId: string; after: string }, actor) => {
  if (actor.kind !== "person") return null;
  const { programId } = actor;
  const most = asked.organizationId ? many : few;
  const [program, groups, organizations, { people, counts }, seats, charter, now] = await Promise.all([
    programOf(db, programId),
    groupsOf(db, programId),
    organizationsOf(db, programId),
    peopleByOrganization(db, programId, { ...asked, most: most + 1 }),
    seatsOf(db, programId),
    latestCharter(db, programId),
    databaseTime(db),
  ]);
  if (!program) return null;
  const thing = { programId };
  const today = dayIn(program.timeZone, now);
  const mayInvite = organizations.some(({ id }) => can(actor, "person.invite", { ...thing, organizationId: id })) && givableRoles(actor.roles).length > 0;
  return {
    thing,
    program,
    now,
    groups: groups.map((group) => {
      const own = seats.filter((seat) => seat.groupId === group.id);
      return {
        ...group,
        ...seatsInWords(own, today, charter?.rules.quorumBase ?? "filled"),
        seats: own.map((seat) => ({ ...seat, filled: isFilled(seat, today), inTerm: termCovers(seat, today) })),
        organizations: organizations
          .filter(({ id, groupId }) => groupId === group.id && (!asked.organizationId || id === asked.organizationId))
          .map((organization) => ({
            ...organization,
            auditContact: { name: organization.auditContact?.name ?? null, mayChoose: can(actor, "audit-contact.choose", { ...thing, organizationId: organization.id }) },
            doors: organization.isAgency && !organization.leftOn ? doorsOf(actor, { ...thing, organizationId: organization.id }) : [],
            ...pageOf(people.filter(({ organizationId }) => organizationId === organization.id), most, { organizationId: organization.id, count: counts.get(organization.id) ?? 0 }),
            people: people
              .filter(({ organizationId }) => organizationId === organization.id)
              .slice(0, most)
              .map(({ email, ...person }) => ({
                ...person,
                email,
                mayGiveRoles: can(actor, "role.give", { ...thing, organizationId: organization.id }),
                maySuspend: person.id !== actor.personId && can(actor, "person.suspend", { ...thing, organizationId: organization.id }),
              })),
          })),
      };
    }).filter(({ organizations: shown }) => !asked.organizationId || shown.length > 0),
    invitations: mayInvite ? (await openInvitationsOf(db, programId, now)).filter(({ organizationId }) => can(actor, "person.invite", { ...thing, organizationId })).map(({ id, name, email, organization, expiresAt }) => ({ id, name, email, organization: organization.name, expiresAt })) : [],
    rights: {
      invite: mayInvite,
      addGroup: can(actor, "group.add", thing),
      addOrganization: can(actor, "organization.add", thing),
      addSeat: can(actor, "seat.add", thing),
      assignSeat: can(actor, "seat.assign", thing),
      changeSeat: can(actor, "seat.change", thing),
      movePeople: can(actor, "person.move", thing),
    },
  };
});

/** What stands below the people of an organization when there are more of them. */
function pageOf(own: readonly { id: string }[], most: number, { organizationId, count }: { organizationId: string; count: number }) {
  const last = own[most - 1];
  return { count, more: own.length > most && last ? `/members?${new URLSearchParams({ organization: organizationId, after: last.id })}` : null };
}

/** Where an agency's way to a decision is set, for those who may. */
function doorsOf(actor: Actor, thing: Thing & { organizationId: string }) {
  const path = `/organizations/${thing.organizationId}`;
  return [
    ...(can(actor, "path.set", thing) ? [{ label: "Path of a decision", href: `${path}/path` }] : []),
    ...(can(actor, "head.name", thing) ? [{ label: "Acting head", href: `${path}/acting-head` }] : []),
    ...(can(actor, "organization.leave", thing) ? [{ label: "Leaves the program", href: `${path}/departure` }] : []),
  ];
}
