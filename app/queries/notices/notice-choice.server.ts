import { can } from "~/domain/access/may";
import { query } from "~/queries/query.server";
import { choiceOf } from "~/store/mails.server";
import { calendarSince } from "~/store/calendar.server";
import { titlesOnlyOf } from "~/store/mails.server";

/** How one is told, and which of the program's mail pages one may open. */
export const noticeChoice = query("notice.choose", async (db, _input: null, actor) => {
  if (actor.kind !== "person") return null;
  const thing = { programId: actor.programId, ownerIds: [actor.personId] };
  return {
    thing,
    choice: await choiceOf(db, actor.personId),
    programTitlesOnly: await titlesOnlyOf(db, actor.programId),
    calendarSince: await calendarSince(db, actor.personId),
    may: { govern: can(actor, "mail.govern", thing), readOutbox: can(actor, "outbox.read", thing) },
  };
});

/** For the administrator's form. */
export const programMail = query("mail.govern", async (db, _input: null, actor) => {
  if (actor.kind !== "person") return null;
  return { thing: { programId: actor.programId }, titlesOnly: await titlesOnlyOf(db, actor.programId) };
});
