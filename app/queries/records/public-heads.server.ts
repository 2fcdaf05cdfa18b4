import { query } from "~/queries/query.server";
import { programFront } from "~/store/home.server";
import { publicHeads } from "~/store/records-heads.server";

/** The signed heads of the records, newest first, for everybody. */
export const headsInPublic = query("edition.read", async (db, { most }: { most: number }) => {
  const [heads, program] = await Promise.all([publicHeads(db, most), programFront(db)]);
  return { thing: { programId: null }, heads, timeZone: program?.timeZone ?? "UTC" };
});
