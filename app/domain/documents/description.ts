import { z } from "zod";
import { visibilities, type Visibility } from "~/domain/access/may";
import { startedKinds } from "./kinds";
import { documentNumber } from "./numbers";

/** What is asked about every new document. */
export const documentDescription = {
  kind: z.enum(startedKinds, { error: "Choose what kind of document this is." }),
  number: documentNumber,
  title: z.string({ error: "Give the document a title." }).trim().min(1, "Give the document a title.").max(200, "Keep the title below 200 characters."),
  topic: z.string().trim().max(80, "Keep the topic below 80 characters.").default(""),
  visibility: z.enum(visibilities, { error: "Choose who may see it." }),
  agencyIds: z.array(z.string().max(64)).min(1, "Choose at least one agency that it applies to.").max(100, "Choose at most 100 agencies."),
};

export const visibilityNames: Record<Visibility, string> = {
  organization: "Our organization only",
  program: "The program",
  public: "Everyone",
};

export const visibilityMeanings: Record<Visibility, string> = {
  organization: "Nobody outside your organization learns that it exists.",
  program: "Every member of the program may read it.",
  public: "Members may read it, and anyone may read it in the library once it is in force.",
};

/** A stored visibility. What this build does not know is kept closest. */
export function readVisibility(word: string): Visibility {
  return visibilities.find((known) => known === word) ?? "organization";
}

/** What `may` asks about a document. */
export function documentThing(document: { programId: string; organizationId: string; visibility: string; createdById?: string }) {
  const { programId, organizationId, visibility, createdById } = document;
  return { programId, organizationId, visibility: readVisibility(visibility), ownerIds: createdById ? [createdById] : [] };
}
