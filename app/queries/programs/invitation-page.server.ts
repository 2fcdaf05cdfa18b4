import { createHash } from "node:crypto";
import { invitationRuling } from "~/domain/access/invitation";
import { query } from "~/queries/query.server";
import { databaseTime } from "~/store/database.server";
import { invitationByHash } from "~/store/people.server";

/** What an invited person sees before they accept. */
export const invitationPage = query("invitation.accept", async (db, { token }: { token: string }) => {
  const invitation = await invitationByHash(db, createHash("sha256").update(token).digest("hex"));
  if (!invitation) return null;
  const ruling = invitationRuling(invitation, await databaseTime(db));
  const { name, email, organization, invitedBy, programId } = invitation;
  const base = { thing: { programId }, program: organization.program.name, organization: organization.name, invitedBy: invitedBy?.name ?? null };
  return { ...base, closed: ruling.ok ? null : ruling.reason, name: ruling.ok ? name : "", email: ruling.ok ? email : "" };
});
