import { z } from "zod";
import { line } from "~/domain/access/words";

/** What a clause may rely on. The word is stored; the name is shown. */
export const resourceKinds = ["center", "line", "hospital", "team", "agreement", "other"] as const;
export type ResourceKind = (typeof resourceKinds)[number];

export const resourceKindNames: Record<ResourceKind, string> = {
  center: "Crisis or diversion center",
  line: "Crisis line",
  hospital: "Hospital or receiving facility",
  team: "Mobile team",
  agreement: "Agreement",
  other: "Other",
};

/** A stored kind; what this build does not know is another one. */
export function readResourceKind(word: string): ResourceKind {
  return resourceKinds.find((known) => known === word) ?? "other";
}

const short = (longest: number) => z.string().trim().max(longest, `Use at most ${longest} characters.`).regex(/^[^\u0000-\u001f\u007f]*$/, "Leave out line breaks.").default("");

/** What is asked about a resource. */
export const resourceForm = {
  name: line("Name it."),
  kind: z.enum(resourceKinds, { error: "Choose what it is." }),
  organization: line("Say whose it is."),
  phone: short(60),
  hours: short(120),
  validUntil: z.string().trim().default("").refine((day) => day === "" || z.iso.date().safeParse(day).success, "Write the day as year-month-day, such as 2026-11-23."),
};
