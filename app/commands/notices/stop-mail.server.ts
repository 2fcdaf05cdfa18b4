import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed } from "~/domain/access/ruling";
import { choiceOf, personOfMailToken, saveChoice } from "~/store/mails.server";
import { hashOfToken } from "./claim-mail.server";

/** Ends all mail to the person whose mail the token came in. No sign-in: who has the mail may stop the mail, and nothing else. */
export const stopMail = command("mail.stop", {
  input: z.strictObject({ token: z.string().min(20).max(100) }),
  load: async (db, { token }) => {
    const person = await personOfMailToken(db, hashOfToken(token));
    return person && { thing: { programId: null }, person, choice: await choiceOf(db, person.personId) };
  },
  rule: ({ choice }) => allowed({ ...choice, rhythm: "none" as const }),
  save: async (db, choice, _moment, { person }) => allowed(await saveChoice(db, person.personId, choice)),
  record: () => null,
});
