import { becameOf } from "~/domain/library/recommendation";
import type { Tally } from "~/domain/voting/tally";
import { redline } from "~/editor/redline";
import type { DocumentNode } from "~/editor/schema/document-node";
import { query } from "~/queries/query.server";
import { databaseTime } from "~/store/database.server";
import { decisionRecord, groupFaces } from "~/store/library.server";
import { publicRecommendation } from "~/store/recommendations.server";

/** One recommendation in public: what was asked, how each group voted, what each agency answered, and the edition that came of it. */
export const recommendationPage = query("edition.read", async (db, { number }: { number: number }) => {
  const found = await publicRecommendation(db, number);
  const round = found?.rounds[0];
  const text = round?.frozenText;
  if (!found || !round?.frozenTextId || !text) return null;
  const [now, record, faces] = await Promise.all([databaseTime(db), decisionRecord(db, round.frozenTextId), groupFaces(db, found.programId)]);
  const { id: _id, programId, rounds: _rounds, baseEdition, document, ...recommendation } = found;
  const tally = (round.result ?? null) as Tally | null;
  const decisions = record?.decisions ?? [];
  const edition = text.edition?.number ?? decisions.flatMap(({ adopted }) => adopted)[0]?.edition ?? null;
  return {
    thing: { programId, organizationId: document.organizationId, visibility: "public" as const },
    now,
    recommendation,
    document: { number: document.number, title: document.title, baseEdition: baseEdition.number },
    round: { number: round.number, openedAt: round.openedAt, closedAt: round.closedAt, hash: text.hash, charter: round.charter.version },
    became: becameOf({ stage: found.stage, tally, answers: decisions.map(({ outcome, dueAt, organization }) => ({ agency: organization.name, outcome, dueAt })), edition, now }),
    edition,
    decisions,
    tally,
    faces,
    redline: redline(baseEdition.frozenText.content as DocumentNode, text.content as DocumentNode),
  };
});
