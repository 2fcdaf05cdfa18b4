import { z } from "zod";
import { line } from "~/domain/access/words";

/** Who asks. The word is stored; the name is shown. */
export const standardKinds = ["core", "accreditation", "state", "decree", "other"] as const;
export type StandardKind = (typeof standardKinds)[number];

export const standardKindNames: Record<StandardKind, string> = {
  core: "Model of CIT",
  accreditation: "Accreditation",
  state: "State requirement",
  decree: "Consent decree",
  other: "Other",
};

/** A stored kind; what this build does not know is another one. */
export function readStandardKind(word: string): StandardKind {
  return standardKinds.find((known) => known === word) ?? "other";
}

/** What is asked about a new standard. */
export const standardForm = {
  name: line("Name the standard."),
  kind: z.enum(standardKinds, { error: "Choose who asks." }),
  source: line("Say where its requirements are written: title, publisher and year.", 300),
  address: z
    .string()
    .trim()
    .max(500, "Keep the address below 500 characters.")
    .refine((address) => address === "" || isWebAddress(address), "Write a whole address, beginning with https://.")
    .default(""),
};

function isWebAddress(address: string): boolean {
  return URL.canParse(address) && ["https:", "http:"].includes(new URL(address).protocol);
}
