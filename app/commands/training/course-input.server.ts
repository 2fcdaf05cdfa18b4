import { randomBytes } from "node:crypto";
import { z } from "zod";
import { line } from "~/domain/access/words";
import { assignments } from "~/domain/training/assignment";
import { codeFrom } from "~/domain/training/codes";

const wholeNumber = (empty: string, most: number) => z.string({ error: empty }).trim().regex(/^\d{1,4}$/, empty).transform(Number).refine((count) => count >= 1 && count <= most, `Write a number from 1 to ${most}.`);

/** What the forms of a course say, new or changed. */
export const courseInput = {
  title: line("Name the course, such as CIT week, spring 2027."),
  place: line("Say where it is held."),
  audience: z.enum(assignments, { error: "Choose whom it is for." }),
  capacity: wholeNumber("Say how many places there are.", 500),
  days: z.string({ error: "Give the days." }).max(2000, "Keep the list of days shorter."),
};

/** A day of a course, with the code that is shown in the room on it. */
export function newDay(day: string): { day: string; code: string } {
  return { day, code: codeFrom(randomBytes(24), 6) };
}
