import { z } from "zod";

/** One line of text: no line breaks, no control characters, nothing that turns the direction of writing. */
export function line(empty: string, longest = 120) {
  return z
    .string({ error: empty })
    .trim()
    .min(1, empty)
    .max(longest, `Use at most ${longest} characters.`)
    .regex(/^[^\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]*$/, "Leave out line breaks and characters that cannot be seen.")
    .transform((text) => text.normalize("NFC").replace(/\s+/g, " "));
}

/** An e-mail address, in small letters so that one person has one. */
export const emailAddress = z
  .string({ error: "Write an e-mail address." })
  .trim()
  .toLowerCase()
  .min(1, "Write an e-mail address.")
  .max(254, "This is too long for an e-mail address.")
  .pipe(z.email("Write an e-mail address such as name@agency.example."));

/** A day of the calendar such as 2026-11-23, without hour or zone. */
export function plainDay(empty: string) {
  return z.string({ error: empty }).trim().min(1, empty).pipe(z.iso.date("Write the day as year-month-day, such as 2026-11-23."));
}

export function chosen(empty: string) {
  return z.string({ error: empty }).trim().min(1, empty).max(200);
}
