import { z } from "zod";
import { line } from "../access/words";

/** Which way a study of the field points. Both directions stand in one list. */
export const studyDirections = ["benefit", "none", "harm", "mixed", "descriptive"] as const;
export type StudyDirection = (typeof studyDirections)[number];
export const studyDirectionNames: Record<StudyDirection, string> = { benefit: "Benefit", none: "No detectable change", harm: "Harm", mixed: "Some of each", descriptive: "Describes, does not compare" };

const words = (empty: string, longest = 1_000) => z.string({ error: empty }).trim().min(1, empty).max(longest, `Use at most ${longest.toLocaleString("en-US")} characters.`);

/** A study as its form sends it. Nothing is shown without where it was read. */
export const studyFields = {
  title: line("Name the study: authors and year, or place.", 200),
  year: z.coerce.number({ error: "Write the year." }).int("Write the year.").min(1970, "Write a year from 1970 on.").max(2100, "Write a year."),
  design: words("Say how it was done.", 300),
  n: words("Say how many it rests on.", 300),
  direction: z.enum(studyDirections, { error: "Choose which way it points." }),
  result: words("Say what it found."),
  limits: z.string().trim().max(1_000, "Use at most 1,000 characters.").default(""),
  source: words("Say where this can be read. Nothing is listed without its source.", 500),
  link: z.string().trim().max(500).regex(/^(https:\/\/\S+)?$/, "A link begins with https://, or stays empty.").default(""),
};
