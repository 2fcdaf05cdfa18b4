import { addCoreElements } from "~/commands/crosswalk/add-standard.server";
import { proveRequirement } from "~/commands/crosswalk/prove-requirement.server";
import { addResource } from "~/commands/resources/add-resource.server";
import { citeResource } from "~/commands/resources/cite-resource.server";
import { closeResource } from "~/commands/resources/close-resource.server";
import type { Actor } from "~/domain/access/may";
import { database } from "~/store/database.server";
import { requirementsOf } from "~/store/crosswalk.server";
import { done } from "./done";

type Member = Extract<Actor, { kind: "person" }>;

/** The ten core elements with a few clauses that answer them, and what the clauses rely on; one place has closed. The edition after it makes one proof stale. */
export async function seedCrosswalk({ coordinator, cit }: Record<"coordinator" | "cit", Member>, documentId: string): Promise<void> {
  const { standardId } = done(await addCoreElements(coordinator, {}));
  const requirements = await requirementsOf(database(), { now: new Date(), standardId, organizationId: coordinator.organizationId, show: "all", after: 0, most: 20 });
  for (const { reference, clauseId, note } of [
    { reference: "1", clauseId: "purpose0001", note: "It says who wrote the policy, and that it belongs to all of them." },
    { reference: "3", clauseId: "scene0000001", note: "" },
    { reference: "3", clauseId: "timedistance", note: "How officers slow an encounter down." },
    { reference: "4", clauseId: "definitions1", note: "Who a CIT officer is." },
    { reference: "4", clauseId: "sendofficer1", note: "Who sends one." },
    { reference: "6", clauseId: "transport001", note: "" },
  ])
    done(await proveRequirement(cit, { requirementId: requirements.find((requirement) => requirement.reference === reference)?.id ?? "", documentId, clauseId, note }));
  const add = async (description: Record<string, string>) => done(await addResource(coordinator, { phone: "", hours: "", validUntil: "", ...description })).resourceId;
  const line = await add({ name: "988 Suicide & Crisis Lifeline", kind: "line", organization: "988 Lifeline", phone: "988", hours: "Day and night" });
  const center = await add({ name: "Riverside Stabilization Center", kind: "center", organization: "Riverton Mental Health Center", phone: "555-0142", hours: "Day and night" });
  const north = await add({ name: "North Street Diversion Center", kind: "center", organization: "Riverton County", phone: "555-0177", hours: "Monday to Friday, 8 to 6" });
  for (const { resourceId, clauseId } of [
    { resourceId: line, clauseId: "family000001" },
    { resourceId: center, clauseId: "transport001" },
    { resourceId: north, clauseId: "transport001" },
  ])
    done(await citeResource(cit, { resourceId, documentId, clauseId }));
  done(await closeResource(coordinator, { resourceId: north, reason: "Its lease ended. Riverside takes everybody, at any hour." }));
}
