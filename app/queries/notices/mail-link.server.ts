import { isGenuine, readMailLink } from "~/domain/notices/mail-link";
import { query } from "~/queries/query.server";
import { databaseTime } from "~/store/database.server";
import { noticeBehindLink } from "~/store/mails.server";

/** Where a link in a mail leads the person whom it was sent to; missing when it was not signed here. */
export const mailLink = query("notice.follow", async (db, { token }: { token: string }) => {
  const link = readMailLink(token);
  const notice = link && (await noticeBehindLink(db, link.noticeId));
  if (!link || !notice || !isGenuine(notice.secret, link)) return null;
  const { programId, personId, path, calledOff } = notice;
  const ended = link.until <= (await databaseTime(db)).getTime();
  return { thing: { programId, ownerIds: [personId] }, path, ended, calledOff };
});
