import type { Actor } from "~/domain/access/may";
import { moveApproval } from "~/domain/decisions/approval";
import type { Stage } from "~/store/stages.server";

/** The stages of a path as the page shows them: who has signed, who is next, and what the reader may do. */
export function stagesShown(stages: readonly Stage[], actor: Actor, { isOpen, maySkip }: { isOpen: boolean; maySkip: boolean }) {
  return stages.map(({ id, name, step, state, dueAt, doneAt, noticeDays, attempt, approvers, signatures, earlier, skippedBy, skippedReason }) => {
    const signedIds = signatures.map(({ personId }) => personId);
    return {
      id,
      name,
      step,
      state,
      dueAt,
      doneAt,
      noticeDays,
      attempt,
      missing: approvers.filter(({ personId }) => !signedIds.includes(personId)).map(({ person }) => person.name),
      signatures: signatures.map(({ person, signedAt, note, noticeOn, signedHash }) => ({ name: person.name, signedAt, note, noticeOn, signedHash })),
      voided: earlier.length,
      skipped: state === "skipped" ? { by: skippedBy?.name ?? "", reason: skippedReason } : null,
      maySign: isOpen && state === "open" && actor.kind === "person" && approvers.some(({ personId }) => personId === actor.personId) && !signedIds.includes(actor.personId),
      maySkip: maySkip && moveApproval(state, "skip").ok,
    };
  });
}
