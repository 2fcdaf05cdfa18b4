import { randomBytes } from "node:crypto";
import { beginSession } from "~/commands/access/begin-session.server";
import { proveSession } from "~/commands/access/prove-session.server";
import type { Actor } from "~/domain/access/may";
import { absoluteLimit } from "~/domain/access/session";

/** A session in which a person of the demonstration has just given the password again, so that they may sign once. */
export async function signing(member: Extract<Actor, { kind: "person" }>): Promise<{ sessionId: string }> {
  const { personId } = member;
  const id = randomBytes(32).toString("hex");
  const now = new Date();
  const address = "127.0.0.1";
  const session = { id, personId, createdAt: now, lastSeenAt: now, expiresAt: new Date(now.getTime() + absoluteLimit) };
  const begun = await beginSession({ kind: "anyone" }, { personId, correct: true, address, session });
  const proved = begun.ok ? await proveSession(member, { sessionId: id, correct: true, address }) : begun;
  if (!proved.ok) throw new Error("Nobody could sign in the demonstration.");
  return proved.value;
}
