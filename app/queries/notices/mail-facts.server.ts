import { may, type Actor } from "~/domain/access/may";
import { query } from "~/queries/query.server";
import { accountById } from "~/store/access.server";
import { databaseTime, type Database } from "~/store/database.server";
import { mailWithNotices, votesAwaited, votesClosing } from "~/store/mail-facts.server";
import { placesBehind } from "~/store/notice-places.server";

export type MailFacts = NonNullable<Awaited<ReturnType<typeof factsOf>>>;

/** What a mail says at the moment it is sent; null when nothing of it is left that its reader may, or still need, know. */
export const mailToSend = query("mail.send", async (db, { mailId }: { mailId: string }) => {
  const mail = await mailWithNotices(db, mailId);
  if (!mail) return null;
  const reader = (await accountById(db, mail.personId))?.actor;
  return { thing: { programId: mail.programId }, facts: reader && mail.choice.rhythm !== "none" ? await factsOf(db, mail, reader, [reader]) : null };
});

type Mail = NonNullable<Awaited<ReturnType<typeof mailWithNotices>>>;
type PersonActor = Extract<Actor, { kind: "person" }>;

/** Only what every one of `eyes` may see: the reader, and whoever reads it in the outbox. */
export async function factsOf(db: Database, mail: Mail, reader: PersonActor, eyes: readonly Actor[]) {
  const now = await databaseTime(db);
  const places = await placesBehind(db, mail.notices.map(({ path }) => path), now);
  const awaited = await votesAwaited(db, reader.personId, mail.notices.flatMap(({ cause }) => remindedRound(cause) ?? []));
  const lines = mail.notices.flatMap((notice) => {
    const place = places.get(notice.path);
    if (place === "gone") return [];
    if (place && !eyes.every((actor) => may(actor, place.act, place.thingFor(actor)).ok)) return [];
    const roundId = remindedRound(notice.cause);
    if (roundId && !awaited.has(roundId)) return [];
    const { thread = null, title = null, standing = null, closesAt = null } = place ?? {};
    return [{ id: notice.id, body: notice.body, path: notice.path, kind: notice.kind, at: notice.at, thread: notice.thread ?? thread, title, standing, closesAt }];
  });
  if (lines.length === 0) return null;
  const week = new Date(now.getTime() + 7 * 86_400_000);
  const { id, to, program, choice } = mail;
  const isDigest = mail.kind === "digest";
  return { id, to, program, choice, isDigest, lines, votes: isDigest && eyes.length === 1 ? await votesClosing(db, reader, week) : [] };
}

function remindedRound(cause: string): string | null {
  return /^round\.remind:([0-9a-f-]{36}):/.exec(cause)?.[1] ?? null;
}
