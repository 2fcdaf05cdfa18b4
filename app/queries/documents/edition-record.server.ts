import { can, type Actor, type Thing } from "~/domain/access/may";
import type { Tally } from "~/domain/voting/tally";
import { stagesShown } from "~/queries/decisions/stages-shown";
import { votesWithReasons } from "~/store/ballots.server";
import type { Database } from "~/store/database.server";
import { carriedTextOf, decisionRecord, groupFaces } from "~/store/library.server";
import { stagesOfDecisions } from "~/store/stages.server";

type Edition = { frozenTextId: string; carriedHash: string; proposalId: string | null };

/** What led to an edition, for members of the program: the votes with their reasons, the stages before each decision, the answers. */
export async function editionRecord(db: Database, edition: Edition, thing: Thing & { programId: string }, actor: Actor) {
  if (!can(actor, "decision.read", thing)) return null;
  const record = await decisionRecord(db, await carriedTextOf(db, edition));
  if (!record) return null;
  const round = record.rounds[0];
  const [faces, votes, stages] = await Promise.all([
    groupFaces(db, thing.programId),
    round ? votesWithReasons(db, round.id) : [],
    stagesOfDecisions(db, record.decisions.map(({ id }) => id)),
  ]);
  return {
    record: { rounds: record.rounds.map(({ result: _result, ...rest }) => rest), decisions: record.decisions },
    tally: (round?.result ?? null) as Tally | null,
    votes,
    faces,
    stages: stages.map(({ decisionId, ...rest }) => ({ decisionId, stages: stagesShown(rest.stages, actor, { isOpen: false, maySkip: false }) })),
  };
}
