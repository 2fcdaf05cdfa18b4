import { query } from "~/queries/query.server";
import { accountById } from "~/store/access.server";
import { mailsOf, mailWithNotices } from "~/store/mail-facts.server";
import { programZone } from "~/store/documents.server";
import { factsOf } from "./mail-facts.server";

/** The mails of the program, sent ones too, the newest first. */
export const outboxPage = query("outbox.read", async (db, most: number, actor) => {
  if (actor.kind !== "person") return null;
  return { thing: { programId: actor.programId }, mails: await mailsOf(db, actor.programId, most), timeZone: await programZone(db, actor.programId) };
});

/** One mail as it would be put together now, as far as its reader and the administrator may both see what it is about. */
export const outboxMail = query("outbox.read", async (db, { mailId }: { mailId: string }, actor) => {
  const mail = await mailWithNotices(db, mailId);
  if (!mail) return null;
  const { id, programId, to, state, createdAt, endedAt, problem, program } = mail;
  const reader = (await accountById(db, mail.personId))?.actor;
  const facts = reader ? await factsOf(db, mail, reader, [reader, actor]) : null;
  return { thing: { programId }, mail: { id, to, state, createdAt, endedAt, problem, timeZone: program.timeZone }, facts };
});
