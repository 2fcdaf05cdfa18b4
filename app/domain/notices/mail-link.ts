import { createHmac, timingSafeEqual } from "node:crypto";

/** A link in a mail: to the place of one notice, until a moment in milliseconds. It gives no right by itself; the reader signs in. */
export type MailLink = { noticeId: string; until: number };

const daysOpen = 60;

/** When a link that goes out now stops leading on, in milliseconds: long after the vote that it may tell of. */
export function linkEnds(now: Date): number {
  return now.getTime() + daysOpen * 86_400_000;
}

/** The path of a link, signed under the program's own key for this one purpose. */
export function mailLinkPath(secret: string, link: MailLink): string {
  return `/mail/${link.noticeId}.${link.until.toString(36)}.${proofOf(secret, link)}`;
}

/** What the last part of such a path says, before it is believed; null when it is not one of ours or was cut off. */
export function readMailLink(token: string): (MailLink & { proof: string }) | null {
  const [, noticeId = "", until = "", proof = ""] = /^([0-9a-f-]{36})\.([0-9a-z]{1,12})\.([\w-]{43})$/.exec(token) ?? [];
  return proof === "" ? null : { noticeId, until: Number.parseInt(until, 36), proof };
}

/** Was this link signed with the program's key? */
export function isGenuine(secret: string, { proof, ...link }: MailLink & { proof: string }): boolean {
  return timingSafeEqual(Buffer.from(proof), Buffer.from(proofOf(secret, link)));
}

/** HMAC-SHA256 (RFC 2104), in base64url. */
function proofOf(secret: string, { noticeId, until }: MailLink): string {
  return createHmac("sha256", secret).update(`concord-mail-link-1\n${noticeId}\n${until}`).digest("base64url");
}

/** The vote whose opening or end a notice tells of, as its cause names it. */
export function roundOfCause(cause: string): string | null {
  return /^(?:round|ballot)\.(?:open|remind):([0-9a-f-]{36})/.exec(cause)?.[1] ?? null;
}
