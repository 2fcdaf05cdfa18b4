import { dayOf } from "~/domain/voting/deadline";
import { query } from "~/queries/query.server";
import { actingHeadsOf, agencyById, possibleApprovers } from "~/store/acting-heads.server";
import { databaseTime } from "~/store/database.server";
import { countOpenDecisions } from "~/store/decisions.server";
import { pathOf } from "~/store/stages.server";

/** An agency's path with everybody who could approve. */
export const pathForm = query("path.set", async (db, { organizationId }: { organizationId: string }) => {
  const agency = await agencyById(db, organizationId);
  if (!agency) return null;
  return { ...shownAgency(agency), path: await pathOf(db, organizationId), people: await possibleApprovers(db, agency.programId) };
});

/** Who acts for an agency's head, and who could. */
export const actingHeadForm = query("head.name", async (db, { organizationId }: { organizationId: string }) => {
  const agency = await agencyById(db, organizationId);
  if (!agency) return null;
  const today = dayOf(await databaseTime(db), agency.program.timeZone);
  const heads = agency.people.filter(({ roles }) => roles.includes("approver"));
  return {
    ...shownAgency(agency),
    today,
    heads: heads.map(({ name, suspendedAt }) => ({ name, suspended: suspendedAt !== null })),
    people: agency.people.filter(({ suspendedAt, roles }) => suspendedAt === null && !roles.includes("approver")).map(({ id, name }) => ({ id, name })),
    acting: (await actingHeadsOf(db, organizationId)).map(({ from, until, ...acting }) => ({ ...acting, from: from.toISOString().slice(0, 10), until: until.toISOString().slice(0, 10) })),
  };
});

/** What an agency's leaving would end. */
export const departureForm = query("organization.leave", async (db, { organizationId }: { organizationId: string }) => {
  const agency = await agencyById(db, organizationId);
  return agency && { ...shownAgency(agency), open: await countOpenDecisions(db, organizationId), leftOn: agency.leftOn?.toISOString().slice(0, 10) ?? null };
});

function shownAgency({ id, name, programId, isAgency }: { id: string; name: string; programId: string; isAgency: boolean }) {
  return { thing: { programId, organizationId: id }, agency: { id, name, isAgency } };
}
