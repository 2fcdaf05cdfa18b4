import { query } from "~/queries/query.server";
import { programFront } from "~/store/home.server";

/** The front page, for whoever comes by. */
export const frontPage = query("edition.read", async (db, _input: null) => {
  const program = await programFront(db);
  return { thing: { programId: null }, program };
});
