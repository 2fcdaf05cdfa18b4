import { randomUUID } from "node:crypto";
import { about, type Attempt, type Form, open, ownOrganization, program, programOf, type RouteActs } from "./attempts";
import { password, type Caller, type World } from "./matrix-world";

/** Which act each address of one's own asks for: home, session, invitations, notices, mail, records. */
export const ownActs: Record<string, RouteActs> = {
  // The front page for nobody, one's own home for a person.
  "routes/_index": { GET: { act: ({ actor }) => (actor.kind === "person" ? "program.read" : "edition.read"), make: program } },
  "routes/sign-in": {
    GET: { act: "session.begin", make: open },
    // A wrong password is refused at the field, to everybody alike; after many of them with "too many".
    POST: { act: "session.begin", make: () => ({ thing: { programId: null }, form: { email: "nobody@demo.concord.example", password: "not the password", next: "/" } }), also: ["401", "refused", "429"] },
  },
  "routes/sign-out": {
    GET: { act: "session.end", make: oneself },
    // Who is signed out already may press it again.
    POST: { act: ({ actor }) => (actor.kind === "person" ? "session.end" : "session.begin"), make: ownSession },
  },
  "routes/invitations._index": {
    GET: { act: "person.invite", make: ownOrganization },
    POST: { act: "person.invite", make: (world, caller) => ({ ...ownOrganization(world, caller), form: newcomer(world, caller) }) },
  },
  "routes/invitations.$token": {
    GET: { act: "invitation.accept", make: invitation },
    // All callers come from one address, which is throttled.
    POST: { act: "invitation.accept", make: async (world) => ({ ...(await invitation(world)), form: { name: "Ruth Alder", password: "seven quiet herons wade" } }), also: ["429"] },
  },
  // Whoever asks finds only what is open to them; that is tested with the sources.
  // Asked for by the server alone, about what could not be done; from outside there is no such page for anybody.
  "routes/refused": { GET: { act: "edition.read", make: () => ({ thing: { programId: "of nobody", visibility: "program" } }) } },
  "routes/search": { GET: { act: "edition.read", make: () => ({ thing: { programId: null }, search: "?words=officers" }) } },
  "routes/notices._index": { GET: { act: "notice.read", make: oneself }, POST: { act: "notice.read", make: oneself } },
  "routes/notices.settings": { GET: { act: "notice.choose", make: oneself }, POST: { act: "notice.choose", make: (world, caller) => ({ ...oneself(world, caller), form: { rhythm: "daily", about: "all", titlesOnly: "no" } }) } },
  "routes/notices.program": { GET: { act: "mail.govern", make: program }, POST: { act: "mail.govern", make: (world, caller) => ({ ...program(world, caller), form: { titlesOnly: "yes" } }) } },
  "routes/notices.outbox._index": { GET: { act: "outbox.read", make: program } },
  "routes/notices.outbox.$mailId": { GET: { act: "outbox.read", make: mail } },
  "routes/notices.calendar._index": { GET: { act: "calendar.make", make: oneself }, POST: { act: "calendar.make", make: oneself } },
  "routes/notices.calendar.revocation": { POST: { act: "calendar.make", make: oneself } },
  "routes/calendars.$token.deadlines[.]ics": { GET: { act: "calendar.read", make: async (world) => ({ thing: { programId: null }, params: { token: await world.newCalendar() } }) } },
  "routes/mail.$token": { GET: { act: "notice.follow", make: mailLink } },
  "routes/unsubscribe.$token": {
    GET: { act: "mail.stop", make: mailToken },
    // Mail programs send it from nowhere: the token is the right to it.
    POST: { act: "mail.stop", make: mailToken, fromAnywhere: true },
  },
  "routes/records._index": { GET: { act: "record.read", make: program } },
  "routes/records.export": { POST: { act: "record.export", make: program } },
};

function oneself(world: World, { actor }: Caller): Attempt {
  return { thing: { programId: programOf(world, actor), ownerIds: actor.kind === "person" ? [actor.personId] : [] } };
}

async function ownSession(world: World, caller: Caller): Promise<Attempt> {
  const { actor } = caller;
  // A session that may be lost; the caller's own is needed again.
  return { ...oneself(world, caller), ...(actor.kind === "person" ? { cookie: await world.newSession(actor.personId) } : { thing: { programId: null } }) };
}

async function invitation(world: World): Promise<Attempt> {
  return { thing: { programId: null }, params: { token: await world.newInvitation() } };
}

async function mail(world: World): Promise<Attempt> {
  return { thing: { programId: world.programId }, params: { mailId: await world.newMail() } };
}

async function mailToken(world: World): Promise<Attempt> {
  return { thing: { programId: null }, params: { token: await world.newMailToken() } };
}

async function mailLink(world: World, { actor }: Caller): Promise<Attempt> {
  return { thing: { programId: world.programId, ownerIds: actor.kind === "person" ? [actor.personId] : [] }, params: { token: await world.newMailLink(actor) } };
}

function newcomer(world: World, { actor }: Caller): Form {
  const organizationId = actor.kind === "person" ? actor.organizationId : world.agency;
  return { name: "Ruth Alder", email: `ruth-${randomUUID()}@demo.concord.example`, organizationId, roles: ["reviewer"] };
}
