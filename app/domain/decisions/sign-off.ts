import type { Actor } from "../access/may";
import { allowed, refused, type Ruling } from "../access/ruling";
import { moveApproval, type ApprovalState } from "./approval";
import { isDay } from "./business-days";
import { isOpenDecision } from "./stages";

export type AskedSignOff = { decision: string; state: ApprovalState; signedIds: readonly string[]; isNotice: boolean; today: string; hash: string };

/** May this approver sign off now: while the agency decides, on the stage's turn, once, and the very text that was read. */
export function stageSignatureRuling(asked: AskedSignOff, { hash, noticeOn }: { hash: string; noticeOn: string }, actor: Actor): Ruling<{ hash: string; noticeOn: string | null }> {
  if (!isOpenDecision(asked.decision)) return refused("The agency has decided already. There is nothing left to sign off.");
  const moved = moveApproval(asked.state, "sign");
  if (!moved.ok) return moved;
  if (actor.kind === "person" && asked.signedIds.includes(actor.personId)) return refused("You have signed off this stage already.");
  if (hash !== asked.hash) return refused("The text changed after you opened this page. Read it again, then sign.");
  if (!asked.isNotice) return allowed({ hash, noticeOn: null });
  if (!isDay(noticeOn)) return refused("Please give the day on which the union was told.", 422, "noticeOn");
  if (noticeOn > asked.today) return refused("A notice counts from the day it was given, so this day cannot be after today.", 422, "noticeOn");
  return allowed({ hash, noticeOn });
}

/** May the head skip a stage: while the agency decides, not yet signed off, and with a reason. */
export function skipRuling(asked: Pick<AskedSignOff, "decision" | "state">, reason: string): Ruling<{ reason: string }> {
  if (!isOpenDecision(asked.decision)) return refused("The agency has decided already. There is nothing left to skip.");
  const moved = moveApproval(asked.state, "skip");
  if (!moved.ok) return moved;
  if (reason.trim() === "") return refused("Say why this stage is skipped. The reason stays on record.", 422, "reason");
  return allowed({ reason: reason.trim() });
}
