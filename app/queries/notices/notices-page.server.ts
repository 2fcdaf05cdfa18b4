import { query } from "~/queries/query.server";
import { noticesOf } from "~/store/notices.server";

export const noticesPage = query("notice.read", async (db, most: number, actor) => {
  if (actor.kind !== "person") return null;
  return { thing: { programId: actor.programId, ownerIds: [actor.personId] }, notices: await noticesOf(db, actor.personId, most) };
});
