import type { Actor } from "~/domain/access/may";
import type { Database } from "~/store/database.server";
import { thingOfDecision } from "~/store/decisions.server";
import { loadDecision } from "./load-decision.server";

/** A stage with its decision, under the decision's lock. It is its approvers' own; `current` is the hash of the text that is signed off. */
export async function loadStage(db: Database, decisionId: string | null, stageId: string, actor: Actor) {
  const loaded = decisionId === null ? null : await loadDecision(db, decisionId, actor);
  const stage = loaded?.decision.stages.find(({ id }) => id === stageId);
  if (!loaded || !stage) return null;
  const { decision, today, hash, standing, thing } = loaded;
  const seen = { ...thingOfDecision(decision, actor), ownerIds: stage.approvers.map(({ personId }) => personId) };
  return { thing: seen, deciding: thing, stage, decision, today, current: standing?.frozenText.hash ?? hash };
}
