import { createHash, randomBytes } from "node:crypto";
import { database } from "~/store/database.server";

/** The cookie of a session that has just begun. */
export async function cookieForTests(personId: string): Promise<string> {
  const token = [...randomBytes(40)].map((byte) => "abcdefghijklmnopqrstuvwxyz234567"[byte % 32]).join("");
  const now = new Date();
  const id = createHash("sha256").update(token).digest("hex");
  await database().session.create({ data: { id, personId, createdAt: now, lastSeenAt: now, expiresAt: new Date(now.getTime() + 3_600_000) } });
  return `concord=${token}`;
}

/** A request to a page, with a form when there is one. */
export function requestForTests(path: string, cookie: string, form?: FormData | URLSearchParams): Request {
  return new Request(new URL(path, "http://localhost:3000"), { method: form ? "POST" : "GET", headers: { Cookie: cookie }, ...(form ? { body: form } : {}) });
}
