import { randomUUID } from "node:crypto";
import type { Actor } from "~/domain/access/may";
import type { Role } from "~/domain/access/roles";
import { defaultRules, type CharterRules } from "~/domain/voting/charter";
import { hashOf } from "~/editor/canonical.server";
import type { DocumentNode } from "~/editor/schema/document-node";
import { schemaVersion } from "~/editor/schema/document-schema";
import { database } from "~/store/database.server";
import type { Prisma } from "~/store/generated/client";

export type PersonActor = Extract<Actor, { kind: "person" }>;

/** A document of clauses "c1", "c2", ... with one paragraph each. */
export function textOf(...paragraphs: string[]): DocumentNode {
  return {
    type: "doc",
    content: paragraphs.map((text, at) => ({
      type: "clause",
      attrs: { id: `c${at + 1}` },
      content: [
        { type: "clauseTitle", content: [{ type: "text", text: `Clause ${at + 1}` }] },
        { type: "paragraph", content: [{ type: "text", text }] },
      ],
    })),
  };
}

const groups = [
  { name: "Law enforcement", shortName: "Police", shape: "square", colour: "blue" },
  { name: "Behavioral health", shortName: "Health", shape: "circle", colour: "teal" },
  { name: "Lived experience and advocacy", shortName: "Advocacy", shape: "diamond", colour: "violet" },
] as const;

const staff: { name: string; roles: Role[]; organization: number; seat: boolean }[] = [
  { name: "chief", roles: ["approver", "reviewer"], organization: 0, seat: false },
  { name: "sheriff", roles: ["approver", "reviewer"], organization: 1, seat: false },
  { name: "coordinator", roles: ["coordinator"], organization: 2, seat: false },
  { name: "observer", roles: ["observer"], organization: 3, seat: false },
  { name: "cit", roles: ["coordinator", "drafter", "voter"], organization: 0, seat: true },
  { name: "officer", roles: ["drafter", "voter"], organization: 1, seat: true },
  { name: "clinician", roles: ["drafter", "voter"], organization: 2, seat: true },
  { name: "advocate", roles: ["drafter", "voter"], organization: 3, seat: true },
  { name: "peer", roles: ["voter"], organization: 3, seat: true },
];

export type ProgramForTests = Awaited<ReturnType<typeof programForTests>>;

/** A program of two agencies, a health center and an affiliate, with five voting seats and one policy in force with edition 1. */
export async function programForTests({ rules = {}, timeZone = "America/Chicago" }: { rules?: Partial<CharterRules>; timeZone?: string } = {}) {
  const db = database();
  const program = await db.program.create({ data: { name: "Two Rivers CIT", timeZone } });
  const programId = program.id;
  const groupIds: string[] = [];
  for (const [position, group] of groups.entries()) groupIds.push((await db.group.create({ data: { programId, position, ...group } })).id);
  const at = (index: number) => groupIds[index] ?? "";
  const organizationIds: string[] = [];
  for (const [name, group, isAgency] of [["Riverton Police", 0, true], ["Cedar County Sheriff", 0, true], ["Mental Health Center", 1, false], ["Advocacy Alliance", 2, false]] as const)
    organizationIds.push((await db.organization.create({ data: { programId, groupId: at(group), name, shortName: name, isAgency } })).id);
  await db.charter.create({ data: { programId, version: 1, rules: { ...defaultRules(groupIds), ...rules } } });
  const people: Record<string, PersonActor> = {};
  for (const { name, roles, organization, seat } of staff) people[name] = await personForTests(programId, organizationIds[organization] ?? "", name, roles, seat);
  const owner = person(people, "cit");
  const document = await db.document.create({
    data: {
      programId,
      organizationId: organizationIds[0] ?? "",
      kind: "policy",
      number: "CIT-101",
      title: "Response to a person in crisis",
      visibility: "public",
      createdById: owner.personId,
      appliesTo: { createMany: { data: [{ organizationId: organizationIds[0] ?? "" }, { organizationId: organizationIds[1] ?? "" }] } },
    },
  });
  const edition = await editionForTests(document.id, 1, textOf("Officers wait for a clinician.", "Dispatch records the call."));
  return { programId, groupIds, organizationIds, documentId: document.id, edition, people, person: (name: string) => person(people, name) };
}

export async function personForTests(programId: string, organizationId: string, name: string, roles: Role[], seated: boolean): Promise<PersonActor> {
  const db = database();
  const row = await db.person.create({
    data: { programId, organizationId, email: `${name}-${randomUUID()}@demo.concord.example`.toLowerCase(), name, passwordHash: "none", roles },
    include: { organization: true },
  });
  const { groupId } = row.organization;
  if (seated) await db.seat.create({ data: { programId, groupId, organizationId, title: `Seat of ${name}`, voting: true, holderId: row.id, termStart: new Date("2020-01-01") } });
  return { kind: "person", personId: row.id, name, programId, organizationId, organizationName: row.organization.name, groupId, roles };
}

export async function editionForTests(documentId: string, number: number, content: DocumentNode, proposalId?: string) {
  const db = database();
  const text = await db.frozenText.create({ data: { documentId, content: content as Prisma.InputJsonValue, hash: hashOf(content) } });
  return db.edition.create({ data: { documentId, number, frozenTextId: text.id, hash: text.hash, proposalId: proposalId ?? null } });
}

let proposals = 0;

/** A proposal in drafting, on the program's first edition unless another is named. */
export async function proposalForTests(
  { programId, documentId, edition, person }: ProgramForTests,
  { content = textOf("Officers wait for a clinician for up to 30 minutes.", "Dispatch records the call."), baseEditionId = edition.id, why = "Callers wait too long.", affected = "Dispatch and patrol.", author = "advocate" } = {},
): Promise<{ id: string; draftId: string }> {
  const db = database();
  const { _max } = await db.proposal.aggregate({ where: { programId }, _max: { number: true } });
  const number = (proposals = Math.max(proposals, _max.number ?? 0) + 1);
  const draft = await db.draft.create({ data: { documentId, baseEditionId, schemaVersion, start: content as Prisma.InputJsonValue } });
  const { personId: authorId } = person(author);
  const proposal = await db.proposal.create({
    data: { programId, documentId, number, title: "A limit to waiting", why, affected, stage: "drafting", authorId, baseEditionId, draftId: draft.id },
  });
  return { id: proposal.id, draftId: draft.id };
}

function person(people: Record<string, PersonActor>, name: string): PersonActor {
  const found = people[name];
  if (!found) throw new Error(`The program for tests has no ${name}.`);
  return found;
}

/** As giving the password again leaves it: a session of the person's in which they may sign once. */
export async function signing({ personId }: PersonActor, provedAt: Date | null = new Date()): Promise<{ sessionId: string }> {
  const now = new Date();
  const id = randomUUID();
  await database().session.create({ data: { id, personId, createdAt: now, lastSeenAt: now, expiresAt: new Date(now.getTime() + 3_600_000), provedAt, provedFrom: "this machine" } });
  return { sessionId: id };
}
