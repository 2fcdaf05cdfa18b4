import { can } from "~/domain/access/may";
import { redline } from "~/editor/redline";
import { cleanText } from "~/editor/suggestions/clean-text";
import { pendingSuggestions } from "~/editor/suggestions/pending";
import { workingDoc, workingText } from "~/editor/working-text";
import { query } from "~/queries/query.server";
import { databaseTime, type Database } from "~/store/database.server";
import { contributorsBetween, keptVersion, versionsOf, writtenBetween } from "~/store/draft-versions.server";
import { draftPlace, draftRows } from "~/store/drafting.server";
import { draftFacts } from "./draft-facts";

/** What was kept of a working text, the newest first, with who wrote how much for each. */
export const draftVersions = query("draft.read", async (db, draftId: string, actor) => {
  const place = await draftPlace(db, draftId);
  if (!place) return null;
  const { thing, frozen, version } = place;
  const [kept, written, now] = await Promise.all([versionsOf(db, draftId), writtenBetween(db, draftId), databaseTime(db)]);
  const sizes = new Map(written.map((each) => [each.version, each]));
  const unkept = sizes.get(null);
  return {
    ...draftFacts(place),
    thing,
    version,
    now,
    frozen,
    mayName: can(actor, "version.name", thing),
    mayRestore: !frozen && can(actor, "version.restore", thing),
    kept: kept.map((each, at) => ({ ...each, before: kept.slice(at + 1).find((older) => older.version < each.version)?.version ?? 0, written: sizes.get(each.version) ?? null })),
    unkept: unkept ? { ...unkept, contributors: await contributorsBetween(db, draftId, kept[0]?.version ?? 0, version) } : null,
  };
});

/** Two versions of one working text, and what differs between them. */
export const comparedVersions = query("draft.read", async (db, { draftId, from, to }: { draftId: string; from: number; to: number | null }) => {
  const place = await draftPlace(db, draftId);
  if (!place) return null;
  const [before, rows, kept] = await Promise.all([textAt(db, draftId, from), draftRows(db, draftId, to ?? place.version), versionsOf(db, draftId)]);
  const after = rows && workingDoc(rows);
  if (!before || !after) return null;
  return { ...draftFacts(place), thing: place.thing, version: place.version, from: before.version, to: after.version, changes: redline(before.content, cleanText(after.doc)), kept, suggested: pendingSuggestions(after.doc).length };
});

/** What would change if the text were made what it was at a kept version. */
export const restorationPage = query("version.restore", async (db, versionId: string) => {
  const kept = await keptVersion(db, versionId);
  const place = kept && (await draftPlace(db, kept.draftId));
  if (!kept || !place) return null;
  const [now, then] = await Promise.all([textAt(db, place.id, place.version), textAt(db, place.id, kept.version)]);
  return now && then && { ...draftFacts(place), thing: place.thing, frozen: place.frozen, kept: { id: kept.id, version: kept.version, name: kept.name, createdAt: kept.createdAt }, changes: redline(now.content, then.content) };
});

async function textAt(db: Database, draftId: string, version: number) {
  const rows = await draftRows(db, draftId, version);
  return rows && workingText(rows);
}
