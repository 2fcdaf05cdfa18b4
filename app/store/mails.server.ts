import { randomBytes } from "node:crypto";
import type { NoticeKind } from "~/domain/notices/kinds";
import { readMailState, type MailState } from "~/domain/notices/outgoing";
import { roundOfCause } from "~/domain/notices/mail-link";
import { mailingOf, readChoice, type NoticeChoice } from "~/domain/notices/rhythm";
import { notify, type Database } from "./database.server";

/** Said when mail has come to be due. */
export const mailChannel = "concord-mail";

type Told = { id: string; personId: string };

/** Writes, for notices that were just told, the mails that will carry them. A digest gathers its own later. */
export async function oweMail(db: Database, told: readonly Told[], { programId, cause, kind, urgent }: { programId: string; cause: string; kind: NoticeKind; urgent: boolean }): Promise<void> {
  const rows = await db.noticeChoice.findMany({ where: { personId: { in: told.map(({ personId }) => personId) } } });
  const choices = new Map(rows.map((row) => [row.personId, row]));
  const those = (wanted: "instant" | "digest") => told.filter(({ personId }) => mailingOf(readChoice(choices.get(personId)), { kind, urgent }) === wanted);
  const later = those("digest").map(({ id }) => id);
  if (later.length > 0) await db.notice.updateMany({ where: { id: { in: later } }, data: { forDigest: true } });
  const atOnce = those("instant");
  if (atOnce.length === 0) return;
  await db.mail.createMany({ data: atOnce.map(({ personId }) => ({ programId, personId, cause, kind: "notice" })), skipDuplicates: true });
  await db.$executeRaw`
    update "Notice" set "mailId" = mail.id from "Mail" mail
    where "Notice".id = any(${atOnce.map(({ id }) => id)}) and mail."personId" = "Notice"."personId" and mail.cause = ${cause}`;
  await notify(db, mailChannel, "due");
}

export async function choiceOf(db: Database, personId: string): Promise<NoticeChoice> {
  return readChoice(await db.noticeChoice.findUnique({ where: { personId } }));
}

/** Who wants no mail any more is owed no digest either. */
export async function saveChoice(db: Database, personId: string, choice: NoticeChoice): Promise<void> {
  await db.noticeChoice.upsert({ where: { personId }, create: { personId, ...choice }, update: choice });
  if (choice.rhythm === "none") await db.notice.updateMany({ where: { personId, forDigest: true }, data: { forDigest: false } });
}

export type MailRow = { id: string; programId: string; state: MailState; attempts: number; createdAt: Date; personId: string };

const columns = { id: true, programId: true, state: true, attempts: true, createdAt: true, personId: true } as const;

/** The programs that have mail to send now. */
export async function programsWithDueMail(db: Database): Promise<string[]> {
  const rows = await db.$queryRaw<{ programId: string }[]>`
    select distinct "programId" from "Mail"
    where (state = 'waiting' and "dueAt" <= clock_timestamp()) or (state = 'sending' and "leaseUntil" <= clock_timestamp())`;
  return rows.map(({ programId }) => programId);
}

/** The mail that has been due longest and that no other worker holds, locked; also one whose worker did not come back. */
export async function lockDueMail(db: Database, programId: string): Promise<MailRow | null> {
  const [next] = await db.$queryRaw<{ id: string }[]>`
    select id from "Mail"
    where "programId" = ${programId} and ((state = 'waiting' and "dueAt" <= clock_timestamp()) or (state = 'sending' and "leaseUntil" <= clock_timestamp()))
    order by "dueAt", id limit 1 for update skip locked`;
  return next ? mailById(db, next.id) : null;
}

export async function mailById(db: Database, id: string): Promise<MailRow | null> {
  const row = await db.mail.findUnique({ where: { id }, select: columns });
  return row && { ...row, state: readMailState(row.state) };
}

export async function holdMail(db: Database, id: string, { attempts, leaseUntil }: { attempts: number; leaseUntil: Date }): Promise<void> {
  await db.mail.update({ where: { id }, data: { state: "sending", attempts, leaseUntil } });
}

export type Settled = { state: MailState; problem: string; dueAt?: Date; endedAt: Date | null };

/** False when another worker has taken the mail over meanwhile: each claim counts as a try, and only the last one settles. */
export async function settle(db: Database, { id, attempts }: { id: string; attempts: number }, settled: Settled): Promise<boolean> {
  const { count } = await db.mail.updateMany({ where: { id, attempts, state: "sending" }, data: { ...settled, leaseUntil: null } });
  return count === 1;
}

/** What the links in a program's mail are signed with, made when it is first asked for. */
export async function mailKeyOf(db: Database, programId: string): Promise<string> {
  await db.mailKey.createMany({ data: [{ programId, secret: randomBytes(32).toString("hex") }], skipDuplicates: true });
  return (await db.mailKey.findUniqueOrThrow({ where: { programId } })).secret;
}

/** The notice that a link in a mail leads to, what signed the link, and whether the vote that it told of was called off since. */
export async function noticeBehindLink(db: Database, noticeId: string) {
  const notice = await db.notice.findUnique({ where: { id: noticeId }, select: { programId: true, personId: true, path: true, cause: true } });
  const key = notice && (await db.mailKey.findUnique({ where: { programId: notice.programId } }));
  if (!notice || !key) return null;
  const roundId = roundOfCause(notice.cause);
  const round = roundId ? await db.round.findUnique({ where: { id: roundId }, select: { state: true } }) : null;
  return { ...notice, secret: key.secret, calledOff: round?.state === "voided" };
}

export async function insertMailToken(db: Database, token: { id: string; personId: string; createdAt: Date }): Promise<void> {
  await db.mailToken.create({ data: token });
}

export async function personOfMailToken(db: Database, id: string) {
  const row = await db.mailToken.findUnique({ where: { id }, select: { person: { select: { id: true, programId: true, organization: { select: { program: { select: { name: true } } } } } } } });
  return row && { personId: row.person.id, programId: row.person.programId, program: row.person.organization.program.name };
}

/** People with a digest, and where they are. */
export async function digestReaders(db: Database) {
  const rows = await db.noticeChoice.findMany({
    where: { rhythm: { in: ["daily", "weekly"] }, person: { suspendedAt: null } },
    select: { personId: true, rhythm: true, person: { select: { programId: true, organization: { select: { program: { select: { timeZone: true } } } } } } },
  });
  return rows.map(({ personId, rhythm, person }) => ({ personId, rhythm: rhythm === "daily" ? ("daily" as const) : ("weekly" as const), programId: person.programId, timeZone: person.organization.program.timeZone }));
}

/** One mail of everything that has waited since before `at`. False when there is nothing, or it is made already. */
export async function gatherDigest(db: Database, { programId, personId, cause, at }: { programId: string; personId: string; cause: string; at: Date }): Promise<boolean> {
  const waiting = await db.notice.count({ where: { personId, forDigest: true, at: { lt: at } } });
  if (waiting === 0) return false;
  const [mail] = await db.mail.createManyAndReturn({ data: [{ programId, personId, cause, kind: "digest" }], skipDuplicates: true, select: { id: true } });
  if (!mail) return false;
  await db.notice.updateMany({ where: { personId, forDigest: true, at: { lt: at } }, data: { forDigest: false, mailId: mail.id } });
  await notify(db, mailChannel, "due");
  return true;
}

export async function setTitlesOnly(db: Database, programId: string, mailTitlesOnly: boolean): Promise<void> {
  await db.program.update({ where: { id: programId }, data: { mailTitlesOnly } });
}

export async function titlesOnlyOf(db: Database, programId: string): Promise<boolean> {
  const program = await db.program.findUniqueOrThrow({ where: { id: programId }, select: { mailTitlesOnly: true } });
  return program.mailTitlesOnly;
}
