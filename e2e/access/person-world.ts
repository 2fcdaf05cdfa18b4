import { createHash, randomBytes, randomUUID } from "node:crypto";
import path from "node:path";
import { linkEnds, mailLinkPath } from "../../app/domain/notices/mail-link";
import { database } from "../../app/store/database.server";
import { mailKeyOf } from "../../app/store/mails.server";
import { personForTests, type PersonActor } from "../support/program-for-tests";

/** As signing in leaves it: the cookie has the token, the database its hash. */
export async function sessionFor(personId: string): Promise<string> {
  const token = [...randomBytes(40)].map((byte) => "abcdefghijklmnopqrstuvwxyz234567"[byte % 32]).join("");
  const now = new Date();
  const id = createHash("sha256").update(token).digest("hex");
  await database().session.create({ data: { id, personId, createdAt: now, lastSeenAt: now, expiresAt: new Date(now.getTime() + 3_600_000) } });
  return `concord=${token}`;
}

export async function newInvitation({ programId, personId: invitedById }: PersonActor, organizationId: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const tokenHash = createHash("sha256").update(token).digest("hex");
  const now = new Date();
  await database().invitation.create({
    data: { programId, tokenHash, email: `${randomUUID()}@demo.concord.example`, name: "Ruth Alder", organizationId, roles: ["reviewer"], invitedById, createdAt: now, expiresAt: new Date(now.getTime() + 3_600_000) },
  });
  return token;
}

export async function newMailToken({ personId }: PersonActor): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await database().mailToken.create({ data: { id: createHash("sha256").update(token).digest("hex"), personId } });
  return token;
}

/** A link in a mail that was sent to this person. */
export async function newMailLink({ programId, personId }: PersonActor): Promise<string> {
  const { id: noticeId } = await database().notice.create({ data: { programId, personId, body: "You are asked.", path: "/notices", cause: randomUUID() } });
  return mailLinkPath(await mailKeyOf(database(), programId), { noticeId, until: linkEnds(new Date()) }).replace("/mail/", "");
}

/** All callers open calendars at once: each is of another person's. */
export async function newCalendar({ programId, organizationId }: PersonActor): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const { personId } = await personForTests(programId, organizationId, "somebody", ["voter"], false);
  await database().calendarFeed.create({ data: { tokenHash: createHash("sha256").update(token).digest("hex"), personId } });
  return token;
}
