import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed } from "~/domain/access/ruling";
import { lastDigestHour } from "~/domain/notices/rhythm";
import { gatherDigest } from "~/store/mails.server";

const input = z.strictObject({ personId: z.string(), rhythm: z.enum(["daily", "weekly"]), timeZone: z.string() });

/** Puts what a person was told before their last digest hour into one mail. Asked again in the same day or week, it makes no second one. */
export const gatherDigestOf = command("mail.send", {
  input,
  load: async (_db, _input, actor) => (actor.kind === "clock" ? { thing: { programId: actor.programId } } : null),
  rule: (_loaded, { personId, rhythm, timeZone }, { now }) => {
    const { day, at } = lastDigestHour(rhythm, now, timeZone);
    return allowed({ personId, cause: `digest.${rhythm}:${day}`, at });
  },
  save: async (db, digest, _moment, { thing }) => allowed({ made: await gatherDigest(db, { programId: thing.programId, ...digest }) }),
  record: () => null,
});
