import { createHash } from "node:crypto";
import { query } from "~/queries/query.server";
import { choiceOf, personOfMailToken } from "~/store/mails.server";

/** What the page says before mail is ended. It names the program and no person: the mail may have been passed on. */
export const mailStop = query("mail.stop", async (db, { token }: { token: string }) => {
  const found = await personOfMailToken(db, createHash("sha256").update(token).digest("hex"));
  return found && { thing: { programId: null }, program: found.program, stopped: (await choiceOf(db, found.personId)).rhythm === "none" };
});
