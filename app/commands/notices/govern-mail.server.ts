import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { setTitlesOnly } from "~/store/mails.server";

/** Whether mail of the program may carry what notices say, or titles and links only. */
export const governMail = command("mail.govern", {
  input: z.strictObject({ titlesOnly: z.enum(["yes", "no"], { error: "Choose one." }) }),
  load: async (_db, _input, actor) => (actor.kind === "person" ? { thing: { programId: actor.programId } } : null),
  rule: (_loaded, { titlesOnly }, { actor }) => (actor.kind === "person" ? allowed({ programId: actor.programId, titlesOnly: titlesOnly === "yes" }) : refused("Sign in to do this.", 401)),
  save: async (db, { programId, titlesOnly }) => allowed(await setTitlesOnly(db, programId, titlesOnly)),
  record: ({ programId, titlesOnly }) => ({ subject: "program", subjectId: programId, detail: { mailTitlesOnly: titlesOnly } }),
});
