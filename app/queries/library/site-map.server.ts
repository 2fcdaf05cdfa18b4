import { query } from "~/queries/query.server";
import { publicAddresses } from "~/store/recommendations.server";

/** Every page of the library, for search engines. */
export const siteMap = query("edition.read", async (db, _input: null) => ({ thing: { programId: null }, ...(await publicAddresses(db)) }));
