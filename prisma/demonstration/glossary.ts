import { addTerm } from "~/commands/glossary/add-term.server";
import type { Actor } from "~/domain/access/may";
import { database } from "~/store/database.server";
import { letDefinitionsAge } from "~/store/demonstration.server";
import { done } from "./done";

const ours = "Agreed by all groups when the first policy was written";

const terms = [
  { name: "CIT officer", variants: "CIT officers", body: "An officer who volunteered for the role, was selected, and has finished the 40-hour week.", source: ours },
  { name: "coded call", variants: "coded calls", body: "A call for service that dispatch has marked as one about a person in crisis.", source: ours },
  {
    name: "Critical Decision-Making Model",
    variants: "",
    body: "Five steps around an agency's values: collect information; assess the situation, threats and risks; consider powers and policy; choose among options; act, review and assess again.",
    source: "ICAT, Police Executive Research Forum",
  },
  { name: "peer supporter", variants: "peer supporters", body: "A person who has lived through a mental-health crisis and is trained to support others in one.", source: ours },
  { name: "receiving facility", variants: "receiving facilities", body: "A place that takes a person in crisis from an officer at any hour, without a charge and without a long wait.", source: ours },
];

/** Words that the policies use, defined since before the first edition. */
export async function seedGlossary(coordinator: Extract<Actor, { kind: "person" }>): Promise<void> {
  for (const term of terms) done(await addTerm(coordinator, term));
  await letDefinitionsAge(database(), coordinator.programId, 400);
}
