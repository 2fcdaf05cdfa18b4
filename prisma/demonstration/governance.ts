import { proposeCharter } from "~/commands/voting/propose-charter.server";
import { formCommittee } from "~/commands/programs/form-committee.server";
import { joinCommittee } from "~/commands/programs/change-committee.server";
import type { Actor } from "~/domain/access/may";
import { firstGroups } from "~/domain/programs/first-groups";
import { formOfRules } from "~/domain/voting/charter-form";
import { database } from "~/store/database.server";
import { groupsOf, latestCharter } from "~/store/programs.server";
import { done } from "./done";

type Member = Extract<Actor, { kind: "person" }>;
type Members = Record<"coordinator" | "officer" | "clinician" | "advocate" | "peer" | "cit", Member>;

/** Two committees, one of them not complete, and a change of the charter that is being talked over. */
export async function governance({ coordinator, officer, clinician, advocate, cit, peer }: Members): Promise<void> {
  const { programId } = coordinator;
  const required = firstGroups.filter((group) => group.required).map(({ name }) => name as string);
  const requiredGroups = (await groupsOf(database(), programId)).filter(({ name }) => required.includes(name)).map(({ id }) => id);
  for (const { name, purpose, members } of [
    { name: "Training committee", purpose: "Plans the 40-hour week and the refreshers.", members: [officer, clinician, advocate] },
    { name: "Data committee", purpose: "Says what is measured, and reads it before others do.", members: [cit, clinician] },
  ]) {
    const { committeeId } = done(await formCommittee(coordinator, { name, purpose, requiredGroups }));
    for (const { personId } of members) done(await joinCommittee(coordinator, { committeeId, personId }));
  }
  const charter = await latestCharter(database(), programId);
  if (!charter) throw new Error("The demonstration has no charter.");
  done(await proposeCharter(peer, { ...formOfRules(charter.rules), overallThreshold: "2/3", title: "Two thirds must consent", why: "A change that four in ten oppose does not last. Two thirds makes us talk longer first.", affected: "Every voting member." }));
}
