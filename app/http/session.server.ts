import { createHash } from "node:crypto";
import { Cookie, Lucia, TimeSpan, type Adapter } from "lucia";
import { absoluteLimit, idleLimit, sessionIsOpen, shouldBeSeen, type SessionTimes } from "~/domain/access/session";
import { missing, type Outcome } from "~/domain/access/ruling";
import { deleteSession, deleteSessionsBefore, deleteSessionsOf, sessionById, sessionsOf, touchSession, type PersonActor, type StoredSession } from "~/store/access.server";
import { database } from "~/store/database.server";
import { readSettings } from "./settings.server";

export type { PersonActor };
export type OpenSession = { actor: PersonActor; sessionId: string };
export type NewSession = { id: string; personId: string } & SessionTimes;

declare module "lucia" {
  interface Register {
    Lucia: ReturnType<typeof luciaAt>;
    DatabaseSessionAttributes: { stored?: StoredSession };
    DatabaseUserAttributes: { actor: PersonActor };
  }
}

/** Who the cookie belongs to, and that they were seen; null when nobody is signed in with it. */
export async function actorFromCookies(cookieHeader: string | null | undefined, now = new Date()): Promise<OpenSession | null> {
  const token = tokenIn(cookieHeader);
  if (!token) return null;
  const { session, user } = await luciaAt(now).validateSession(token);
  if (!session?.stored) return null;
  if (shouldBeSeen(session.stored, now)) await touchSession(database(), session.stored.id, now);
  return { actor: user.actor, sessionId: session.stored.id };
}

/** Asks again about a session that is held open, as by a socket. That alone does not count as being seen. */
export async function actorOfSession(sessionId: string, now = new Date()): Promise<OpenSession | null> {
  const stored = await sessionById(database(), sessionId);
  return stored?.actor && sessionIsOpen(stored, now) ? { actor: stored.actor, sessionId } : null;
}

/** The person did something on a connection held open, as typing does. Written at most once a minute. */
export async function sawSession(sessionId: string, now = new Date()): Promise<void> {
  const stored = await sessionById(database(), sessionId);
  if (stored?.actor && sessionIsOpen(stored, now) && shouldBeSeen(stored, now)) await touchSession(database(), sessionId, now);
}

/** Makes a token and lets `save` keep its hash; the cookie only when that was allowed. */
export async function newSession<Value>(personId: string, save: (session: NewSession) => Promise<Outcome<Value>>, now = new Date()): Promise<{ outcome: Outcome<Value>; cookie: string | null }> {
  let outcome: Outcome<Value> = missing;
  const lucia = luciaAt(now, {
    setSession: async ({ id, expiresAt }) => {
      outcome = await save({ id: idOf(id), personId, createdAt: now, lastSeenAt: now, expiresAt });
    },
  });
  const { id: token } = await lucia.createSession(personId, {});
  if (!(outcome as Outcome<Value>).ok) return { outcome, cookie: null };
  const { name, value, attributes } = lucia.createSessionCookie(token);
  // Lucia always writes a lifetime; without one the cookie goes when the browser closes.
  return { outcome, cookie: new Cookie(name, value, { ...attributes, maxAge: undefined, expires: undefined }).serialize() };
}

/** Ends the cookie's session by `remove`; gives the header that takes the cookie away. A failure is thrown: nobody is told that they are signed out when they are not. */
export async function closeSession(cookieHeader: string | null | undefined, remove: (sessionId: string) => Promise<void>): Promise<string> {
  const lucia = luciaAt(new Date(), { deleteSession: (token) => remove(idOf(token)) });
  const token = tokenIn(cookieHeader);
  if (token) await lucia.invalidateSession(token);
  return lucia.createBlankSessionCookie().serialize();
}

/** What is kept of a token: its SHA-256, in hex. */
export function idOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Only over https does the cookie get Secure and the __Host- prefix; plain http is for this machine alone. */
export function cookieName(origin = readSettings().origin): string {
  return origin.startsWith("https:") ? "__Host-concord" : "concord";
}

function tokenIn(cookieHeader: string | null | undefined): string | null {
  const name = cookieName();
  const values = (cookieHeader ?? "").split(";").map((pair) => pair.trim()).filter((pair) => pair.startsWith(`${name}=`));
  const token = values.length === 1 ? values[0]?.slice(name.length + 1) : undefined;
  return token && /^[a-z2-7]{40}$/.test(token) ? token : null;
}

function luciaAt(now: Date, instead: Partial<Adapter> = {}) {
  const secure = cookieName() !== "concord";
  return new Lucia({ ...storeAdapter(now), ...instead }, {
    sessionExpiresIn: new TimeSpan(absoluteLimit, "ms"),
    sessionCookie: { name: cookieName(), attributes: { secure, sameSite: "lax", path: "/" } },
    getSessionAttributes: ({ stored }) => ({ stored }),
    getUserAttributes: ({ actor }) => ({ actor }),
  });
}

/** Lucia speaks in tokens; the database only ever hears their hashes. */
function storeAdapter(now: Date): Adapter {
  const asLucia = (stored: StoredSession, id: string) => ({ id, userId: stored.personId, expiresAt: stored.expiresAt, attributes: { stored } });
  return {
    async getSessionAndUser(token) {
      const stored = await sessionById(database(), idOf(token));
      if (!stored?.actor || !sessionIsOpen(stored, now)) return [null, null];
      return [asLucia(stored, token), { id: stored.personId, attributes: { actor: stored.actor } }];
    },
    getUserSessions: async (personId) => (await sessionsOf(database(), personId)).map((stored) => asLucia(stored, stored.id)),
    setSession: () => Promise.reject(new Error("A session is begun by the command session.begin.")),
    // The end of a session never moves: what Lucia calls an extension is our lastSeenAt.
    updateSessionExpiration: async () => {},
    deleteSession: async (token) => void (await deleteSession(database(), idOf(token))),
    deleteUserSessions: async (personId) => void (await deleteSessionsOf(database(), personId)),
    deleteExpiredSessions: async () => {
      await deleteSessionsBefore(database(), { created: new Date(now.getTime() - absoluteLimit), seen: new Date(now.getTime() - idleLimit) });
    },
  };
}
