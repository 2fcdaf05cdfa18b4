import { z } from "zod";

/** What the sign-in form sends; `next` is where the person wanted to go. */
export const signInForm = z.strictObject({
  email: z.string({ error: "Write your e-mail address." }).trim().min(1, "Write your e-mail address.").max(254, "This is too long for an e-mail address."),
  password: z.string({ error: "Write your password." }).min(1, "Write your password.").max(2_000, "This is too long for a password."),
  next: z.string().max(2_000).default(""),
});

/** What the form of an invitation sends. The rules of passwords are told by the command. */
export const acceptanceForm = z.strictObject({
  name: z.string({ error: "Write your name." }),
  password: z.string({ error: "Choose a password." }).max(2_000, "Use at most 1,000 characters."),
});
