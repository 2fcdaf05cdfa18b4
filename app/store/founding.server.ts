import type { CharterRules } from "~/domain/voting/charter";
import type { Database } from "./database.server";

export type NewGroup = { name: string; shortName: string; shape: string; colour: string; required: boolean; safety: boolean };
export type Founding = {
  program: { name: string; timeZone: string };
  groups: readonly NewGroup[];
  organization: { name: string; shortName: string; group: string };
  administrator: { name: string; email: string; tokenHash: string; invitedAt: Date; expiresAt: Date };
  charter: (requiredGroups: string[], safetyGroups: string[]) => CharterRules;
};

export async function programExists(db: Database): Promise<boolean> {
  return (await db.program.findFirst({ select: { id: true } })) !== null;
}

/** Makes the program with its groups, its first charter, one organization and the invitation of its first administrator. */
export async function insertProgram(db: Database, { program, groups, organization, administrator, charter }: Founding) {
  await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended('founding', 0))`;
  if (await programExists(db)) return null;
  const { id: programId } = await db.program.create({ data: program });
  const rows = await db.group.createManyAndReturn({ data: groups.map(({ required: _required, safety: _safety, ...group }, position) => ({ ...group, programId, position })) });
  const named = (which: "required" | "safety") => rows.filter(({ name }) => groups.some((group) => group[which] && group.name === name)).map(({ id }) => id);
  await db.charter.create({ data: { programId, version: 1, rules: charter(named("required"), named("safety")) } });
  const groupId = rows.find(({ name }) => name === organization.group)?.id;
  if (!groupId) throw new Error(`There is no group ${organization.group}.`);
  const { id: organizationId } = await db.organization.create({ data: { programId, groupId, name: organization.name, shortName: organization.shortName } });
  const { invitedAt, ...invited } = administrator;
  await db.invitation.create({ data: { ...invited, programId, organizationId, roles: ["programAdmin", "coordinator"], createdAt: invitedAt } });
  return { programId, organizationId, groups: Object.fromEntries(rows.map(({ name, id }) => [name, id])) };
}
