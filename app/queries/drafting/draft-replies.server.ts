import { can } from "~/domain/access/may";
import { query } from "~/queries/query.server";
import { databaseTime } from "~/store/database.server";
import { draftPlace } from "~/store/drafting.server";
import { repliesTo } from "~/store/replies.server";
import { draftFacts } from "./draft-facts";

/** The replies from Word that a text has taken, and whether the reader may bring in another. */
export const draftReplies = query("draft.read", async (db, draftId: string, actor) => {
  const place = await draftPlace(db, draftId);
  if (!place) return null;
  return { ...draftFacts(place), thing: place.thing, now: await databaseTime(db), replies: await repliesTo(db, draftId), mayImport: !place.frozen && can(actor, "draft.suggest", place.thing) };
});
