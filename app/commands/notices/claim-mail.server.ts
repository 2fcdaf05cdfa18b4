import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed } from "~/domain/access/ruling";
import { lease, moveMail } from "~/domain/notices/outgoing";
import { holdMail, insertMailToken, lockDueMail, mailKeyOf } from "~/store/mails.server";

/** Takes the next due mail of a program for one worker, and gives it the token with which its reader ends all mail and the key that signs its links. Missing when none is due. */
export const claimMail = command("mail.send", {
  input: z.strictObject({}),
  load: async (db, _input, actor) => {
    const mail = actor.kind === "clock" ? await lockDueMail(db, actor.programId) : null;
    return mail && { thing: { programId: mail.programId }, mail };
  },
  rule: ({ mail }) => {
    const move = moveMail(mail.state, "claim");
    return move.ok ? allowed({ mailId: mail.id, attempts: mail.attempts + 1, createdAt: mail.createdAt }) : move;
  },
  save: async (db, claim, { now }, { mail }) => {
    const token = randomBytes(32).toString("base64url");
    await holdMail(db, claim.mailId, { attempts: claim.attempts, leaseUntil: new Date(now.getTime() + lease) });
    await insertMailToken(db, { id: hashOfToken(token), personId: mail.personId, createdAt: now });
    return allowed({ ...claim, token, key: await mailKeyOf(db, mail.programId) });
  },
  // The row is itself the record of what was sent.
  record: () => null,
});

/** What is kept of a token: its SHA-256, in hex. */
export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
