import pg from "pg";
import { beforeAll } from "vitest";
import { foundProgram } from "~/commands/programs/found-program.server";
import { anyone, type Actor } from "~/domain/access/may";
import { firstGroups } from "~/domain/programs/first-groups";
import { hashPassword, tryPassword } from "~/http/password.server";
import { actorFromCookies, newSession } from "~/http/session.server";
import { database } from "~/store/database.server";
import { freshDatabase } from "~/store/test-database";
import { acceptInvitation } from "./accept-invitation.server";
import { beginSession } from "./begin-session.server";
import { invitePerson } from "./invite-person.server";

export const password = "teal harbor wagon lantern";
export let passwordHash: string;
export let chief: Extract<Actor, { kind: "person" }>;
export let organizationId: string;
export let ownerUrl: string;

/** A program with its head for the tests of one file; what `chief` and `organizationId` are belongs to that file. */
export function withChief(): void {
  beforeAll(async () => {
    ({ ownerUrl } = await freshDatabase());
    passwordHash = await hashPassword(password);
    const founded = await foundProgram({ kind: "clock", programId: "" }, {
      name: "Riverton CIT",
      timeZone: "America/Chicago",
      organization: { name: "Riverton Police Department", shortName: "RPD", group: firstGroups[0]?.name ?? "" },
      administrator: { name: "Rosa Alvarez", email: "Chief@demo.concord.example" },
    });
    if (!founded.ok) throw new Error(JSON.stringify(founded));
    organizationId = founded.value.organizationId;
    const accepted = await accept(founded.value.token, "Rosa Alvarez");
    if (!accepted.ok) throw new Error(JSON.stringify(accepted));
    chief = (await signIn("chief@demo.concord.example"))!.actor;
  });
}

export function accept(token: string, name: string) {
  return acceptInvitation(anyone, { token, name, password, passwordHash });
}

export async function begin(email: string, typed = password, now = new Date()) {
  const tried = await tryPassword(email, typed);
  return newSession(tried.personId, (session) => beginSession(anyone, { ...tried, session, address: "192.0.2.7" }), now);
}

export function sent(cookie: string | null): string {
  return (cookie ?? "").split(";")[0] ?? "";
}

export async function signIn(email: string, now = new Date()) {
  const { cookie } = await begin(email, password, now);
  const open = await actorFromCookies(sent(cookie), now);
  return open && { ...open, cookie: sent(cookie) };
}

export async function invite(email: string, name = "Sam Ortiz", roles = ["drafter", "voter"]) {
  const outcome = await invitePerson(chief, { name, email, organizationId, roles });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

export async function member(email: string, name = "Sam Ortiz"): Promise<string> {
  const accepted = await accept((await invite(email, name)).token, name);
  if (!accepted.ok) throw new Error(JSON.stringify(accepted));
  return accepted.value.personId;
}

export async function asOwner(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

export function lastRecord(act: string) {
  return database().auditRecord.findFirst({ where: { act }, orderBy: { sequence: "desc" } });
}

export const minutes = (count: number, from: Date) => new Date(from.getTime() + count * 60_000);
