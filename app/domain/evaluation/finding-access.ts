import { can, type Actor, type Thing } from "../access/may";
import { isPublic, type FindingState } from "./finding-stages";

type Whose = { programId: string; authorId: string; state: FindingState; agencies: readonly { organizationId: string }[] };

/**
 * Who sees a finding at all: a draft those who work on findings and who may check them; from the dialogue on also the agencies that it is about;
 * once it is out, everybody of the program.
 */
export function seesFinding(actor: Actor, { programId, state, agencies }: Whose): boolean {
  // Who is not signed in is asked to sign in, whatever the address leads to.
  if (actor.kind === "anyone") return true;
  if (actor.programId !== programId) return false;
  if (actor.kind === "clock" || isPublic(state) || can(actor, "finding.write", { programId })) return true;
  if (state === "draft") return false;
  return can(actor, "finding.check", { programId }) || agencies.some(({ organizationId }) => organizationId === actor.organizationId);
}

/** Whose a finding is for this actor: one's own agency's, when it is one of those that the finding is about. */
export function findingThing(actor: Actor, { programId, authorId, agencies }: Whose): Thing {
  const own = actor.kind === "person" && agencies.some(({ organizationId }) => organizationId === actor.organizationId);
  return { programId, ownerIds: [authorId], organizationId: own && actor.kind === "person" ? actor.organizationId : null };
}

/** Who answers for an agency: its head and its coordinators. */
export function speaksForAgency(actor: Extract<Actor, { kind: "person" }>): boolean {
  const { programId, organizationId } = actor;
  return can(actor, "finding.respond", { programId, organizationId });
}
