import { becameOf, type RecommendationFilter } from "~/domain/library/recommendation";
import { query } from "~/queries/query.server";
import { databaseTime } from "~/store/database.server";
import { publicRecommendations, recommendationChoices } from "~/store/recommendations.server";

export const recommendationsOnPage = 30;

type Asked = { filter: RecommendationFilter; topic: string; agencyId: string; before: number | null };

/** What became of everything that the groups voted on, newest first. */
export const recommendationList = query("edition.read", async (db, asked: Asked) => {
  const now = await databaseTime(db);
  const [rows, choices] = await Promise.all([publicRecommendations(db, { ...asked, now }, recommendationsOnPage + 1), recommendationChoices(db)]);
  return {
    thing: { programId: null },
    now,
    choices,
    more: rows.length > recommendationsOnPage,
    recommendations: rows.slice(0, recommendationsOnPage).map(({ number, title, document, closedAt, timeZone, ...facts }) => ({ number, title, document, closedAt, timeZone, became: becameOf({ ...facts, now }) })),
  };
});
