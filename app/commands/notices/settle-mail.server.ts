import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { moveAfterFailure, moveMail, pauseAfter } from "~/domain/notices/outgoing";
import { mailById, settle } from "~/store/mails.server";

const input = z.strictObject({
  mailId: z.string(),
  attempts: z.number().int(),
  outcome: z.enum(["deliver", "keep", "leave", "failed", "refused"]),
  problem: z.string().max(500).default(""),
});

/** Writes what became of a claimed mail. Only the last worker that claimed it settles it. */
export const settleMail = command("mail.send", {
  input,
  load: async (db, { mailId, attempts }) => {
    const mail = await mailById(db, mailId);
    return mail && { thing: { programId: mail.programId }, mail, attempts };
  },
  rule: ({ mail }, { attempts, outcome, problem }, { now }) => {
    const failed = outcome === "failed" || outcome === "refused";
    const move = failed ? moveAfterFailure({ permanent: outcome === "refused", createdAt: mail.createdAt, now }) : outcome;
    const to = moveMail(mail.state, move);
    if (!to.ok) return to;
    const dueAt = move === "postpone" ? { dueAt: new Date(now.getTime() + pauseAfter(attempts)) } : {};
    return allowed({ state: to.to, problem, endedAt: move === "postpone" ? null : now, ...dueAt });
  },
  save: async (db, settled, _moment, { mail, attempts }) => {
    const done = await settle(db, { id: mail.id, attempts }, settled);
    return done ? allowed(settled.state) : refused("Another worker has taken this mail over.", 422);
  },
  record: () => null,
});
