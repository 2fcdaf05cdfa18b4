import { can } from "~/domain/access/may";
import { clausesOf } from "~/editor/numbering";
import { workingText } from "~/editor/working-text";
import { query } from "~/queries/query.server";
import { locksOf } from "~/store/clause-locks.server";
import { databaseTime } from "~/store/database.server";
import { draftPlace, draftRows } from "~/store/drafting.server";
import { draftFacts } from "./draft-facts";

/** The locks on a text that hold now, for those who have it open. */
export const locksNow = query("draft.read", async (db, draftId: string) => {
  const place = await draftPlace(db, draftId);
  return place && { thing: place.thing, locks: await locksOf(db, draftId, await databaseTime(db)) };
});

/** The clauses of a text, which of them are locked, and what the reader may do about it. */
export const clauseLocks = query("draft.read", async (db, draftId: string, actor) => {
  const place = await draftPlace(db, draftId);
  const rows = place && (await draftRows(db, draftId));
  if (!place || !rows) return null;
  const { thing } = place;
  const now = await databaseTime(db);
  const locks = await locksOf(db, draftId, now);
  const clauses = clausesOf(workingText(rows).content).map(({ id, number, title, depth }) => ({ id, number, title, depth }));
  const mine = actor.kind === "person" ? actor.personId : "";
  const shown = locks.map(({ heldById, ...lock }) => ({ ...lock, own: heldById === mine, mayOpen: can(actor, "clause.unlock", { ...thing, ownerIds: [heldById] }) }));
  return { ...draftFacts(place), thing, now, clauses, locks: shown, mayLock: can(actor, "clause.lock", thing) };
});
