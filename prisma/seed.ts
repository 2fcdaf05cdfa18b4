import { randomBytes } from "node:crypto";
import { acceptInvitation } from "~/commands/access/accept-invitation.server";
import { invitePerson } from "~/commands/access/invite-person.server";
import { createDocument } from "~/commands/documents/create-document.server";
import { submitDocument } from "~/commands/documents/submit-document.server";
import { addOrganization } from "~/commands/programs/add-organization.server";
import { addSeat } from "~/commands/programs/add-seat.server";
import { assignSeat } from "~/commands/programs/assign-seat.server";
import { foundProgram } from "~/commands/programs/found-program.server";
import type { Role } from "~/domain/access/roles";
import { dayIn } from "~/domain/library/in-force";
import { hashPassword } from "~/http/password.server";
import { database } from "~/store/database.server";
import { letDaysPass, keepMail } from "~/store/demonstration.server";
import { seedAcknowledgement } from "./demonstration/acknowledgement";
import { type Member, type Members, write, writeText, decide } from "./demonstration/acting";
import { seedBallots } from "./demonstration/ballots";
import { seedCrosswalk } from "./demonstration/crosswalk";
import { done } from "./demonstration/done";
import { seedEvaluation } from "./demonstration/evaluation";
import { seedGlossary } from "./demonstration/glossary";
import { governance } from "./demonstration/governance";
import { organizations, people, seats, timeZone, type PersonKey } from "./demonstration/people";
import { secondEdition, notCarried, overdue, openForVote, inDrafting, inStages, draftProcedure } from "./demonstration/proposals";
import { publicComment } from "./demonstration/public-comment";
import { publicRecord } from "./demonstration/public-record";
import { layPaths } from "./demonstration/stages";
import { crisisResponse } from "./demonstration/texts";
import { seedTraining } from "./demonstration/training";

/** Makes the demonstration program in an empty workplace, through the same commands as everybody, so that it obeys the rules. */
export async function seed(password: string): Promise<void> {
  const members = await foundWith(password);
  await seedGlossary(members.coordinator);
  const documentId = await firstEdition(members);
  await seedCrosswalk(members, documentId);
  await secondEdition(members, documentId);
  await notCarried(members, documentId);
  await overdue(members, documentId);
  await openForVote(members, documentId);
  await publicComment(members, await inDrafting(members, documentId));
  await draftProcedure(members);
  await seedTraining(members, documentId, async (curriculumId, reason) => {
    done(await submitDocument(members.coordinator, { documentId: curriculumId }));
    await decide(members, { documentId: curriculumId }, "adopt", reason);
    await letDaysPass(database(), { documentId: curriculumId }, 700);
  });
  await layPaths(members);
  await inStages(members, documentId);
  await seedEvaluation(members, documentId, dayIn(timeZone, new Date()), { done, write: (author, id, content) => writeText(author, { documentId: id }, content) });
  await publicRecord(members);
  await seedBallots(members);
  await governance(members);
  await seedAcknowledgement(members.officer);
  await keepMail(database());
}

/** A password that nobody knows beforehand. */
export function demonstrationPassword(): string {
  return randomBytes(12).toString("base64url");
}

async function foundWith(password: string): Promise<Members> {
  const passwordHash = await hashPassword(password);
  const { coordinator } = people;
  const home = organizations[coordinator.organization];
  const founded = done(
    await foundProgram({ kind: "clock", programId: "" }, {
      name: "Riverton County CIT Program",
      timeZone,
      organization: { name: home.name, shortName: home.shortName, group: home.group },
      administrator: { name: coordinator.name, email: coordinator.email },
    }),
  );
  const { programId } = founded;
  const groupOf = (key: keyof typeof organizations) => founded.groups[organizations[key].group] ?? "";
  const join = async (key: PersonKey, token: string, organizationId: string): Promise<Member> => {
    const { name, roles, organization } = people[key];
    const { personId } = done(await acceptInvitation({ kind: "anyone" }, { token, name, password, passwordHash }));
    return { kind: "person", personId, name, programId, organizationId, organizationName: organizations[organization].name, groupId: groupOf(organization), roles: roles as readonly Role[] };
  };

  const admin = await join("coordinator", founded.token, founded.organizationId);
  const organizationIds: Record<string, string> = { [coordinator.organization]: founded.organizationId };
  for (const [key, { name, shortName, isAgency }] of Object.entries(organizations)) {
    if (key === coordinator.organization) continue;
    const groupId = groupOf(key as keyof typeof organizations);
    organizationIds[key] = done(await addOrganization(admin, { name, shortName, groupId, decides: isAgency ? "yes" : "no" })).organizationId;
  }
  const members: Partial<Members> = { coordinator: admin };
  for (const key of Object.keys(people) as PersonKey[]) {
    if (key === "coordinator") continue;
    const { name, email, roles, organization } = people[key];
    const organizationId = organizationIds[organization] ?? "";
    const { token } = done(await invitePerson(admin, { name, email, roles, organizationId }));
    members[key] = await join(key, token, organizationId);
  }
  const today = dayIn(timeZone, new Date());
  for (const { organization, title, voting, holder } of seats) {
    const { seatId } = done(await addSeat(admin, { organizationId: organizationIds[organization] ?? "", title, voting: voting ? "voting" : "non-voting", termStart: today, termEnd: "" }));
    if (holder) done(await assignSeat(admin, { seatId, holderId: members[holder]?.personId ?? "" }));
  }
  return members as Members;
}

async function firstEdition(members: Members): Promise<string> {
  const { cit, coordinator, chief } = members;
  const documentId = done(
    await createDocument(cit, { kind: "policy", number: "CIT-100", title: "Response to a person in crisis", topic: "Crisis response", visibility: "public", agencyIds: [chief.organizationId, members.sheriff.organizationId] }),
  ).id;
  await write(cit, { documentId }, crisisResponse);
  done(await submitDocument(coordinator, { documentId }));
  await decide(members, { documentId }, "adopt", "The partners wrote this with us over a year. It says what our best officers do already.");
  await letDaysPass(database(), { documentId }, 420);
  return documentId;
}
