import { z } from "zod";

export const longestComment = 5_000;

const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** What anybody may send: plain words, on a clause or on the whole, with a name or without. */
export const commentForm = {
  clauseId: z.string().max(200).default(""),
  name: z
    .string()
    .trim()
    .max(80, "Use at most 80 characters for the name.")
    .refine((text) => !unseen.test(text) && !/[\n\t]/.test(text), "Leave out line breaks and characters that cannot be seen.")
    .transform((text) => text.normalize("NFC"))
    .default(""),
  body: z
    .string({ error: "Write your comment." })
    .transform((text) => text.replace(/\r\n?/g, "\n").normalize("NFC").trim())
    .pipe(
      z
        .string()
        .min(1, "Write your comment.")
        .max(longestComment, `Keep the comment below ${longestComment.toLocaleString("en-US")} characters. Send several if you need more.`)
        .refine((text) => !unseen.test(text), "Leave out characters that cannot be seen."),
    ),
  checked: z.enum(["yes", ""]).default(""),
};
