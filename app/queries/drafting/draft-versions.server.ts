import { can } from "~/domain/access/may";
import { redline } from "~/editor/redline";
import { workingText } from "~/editor/working-text";
import { query } from "~/queries/query.server";
import type { Database } from "~/store/database.server";
import { versionsOf } from "~/store/draft-versions.server";
import { draftPlace, draftRows } from "~/store/drafting.server";

/** What was kept of a working text, the newest first. */
export const draftVersions = query("draft.read", async (db, draftId: string, actor) => {
  const place = await draftPlace(db, draftId);
  if (!place) return null;
  const { thing, frozen } = place;
  const kept = await versionsOf(db, draftId);
  return { ...facts(place), thing, version: place.version, mayName: can(actor, "version.name", thing), mayRestore: !frozen && can(actor, "version.restore", thing), kept };
});

/** Two versions of one working text, and what differs between them. */
export const comparedVersions = query("draft.read", async (db, { draftId, from, to }: { draftId: string; from: number; to: number | null }) => {
  const place = await draftPlace(db, draftId);
  if (!place) return null;
  const before = await textAt(db, draftId, from);
  const after = await textAt(db, draftId, to ?? place.version);
  return before && after && { ...facts(place), thing: place.thing, version: place.version, before, after, changes: redline(before.content, after.content), kept: await versionsOf(db, draftId) };
});

async function textAt(db: Database, draftId: string, version: number) {
  const rows = await draftRows(db, draftId, version);
  return rows && workingText(rows);
}

function facts({ id, document, proposal }: NonNullable<Awaited<ReturnType<typeof draftPlace>>>) {
  const path = proposal ? `/proposals/${proposal.id}/draft` : `/documents/${document.id}/draft`;
  return { draftId: id, path, timeZone: document.program.timeZone, title: proposal ? `Proposal ${proposal.number}: ${proposal.title}` : `${document.number} ${document.title}` };
}
