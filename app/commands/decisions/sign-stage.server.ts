import { z } from "zod";
import { sessionId, signed, useSignature } from "~/commands/access/signature.server";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { allSigned } from "~/domain/decisions/approval";
import { stageSignatureRuling } from "~/domain/decisions/sign-off";
import { proofOf } from "~/store/access.server";
import { beginNext, decisionOfStage, moveStage, saveSignature } from "~/store/stages.server";
import { isPerson } from "~/store/voting.server";
import { loadStage } from "./load-stage.server";
import { tellHeadsWhenDone } from "./tell-of-stage.server";

/** An approver signs off a stage of the agency's path. The last one finishes it, and the next begins. */
export const signStage = command("stage.sign", {
  input: z.strictObject({ stageId: z.string().min(1), hash: z.string().max(64), note: z.string().trim().max(4_000, "Keep the note below 4,000 characters.").default(""), noticeOn: z.string().trim().default(""), sessionId }),
  load: async (db, { stageId, sessionId }, actor) => {
    const loaded = await loadStage(db, await decisionOfStage(db, stageId), stageId, actor);
    return loaded && { ...loaded, proof: await proofOf(db, sessionId) };
  },
  rule: ({ stage, decision, today, current, proof }, { hash, note, noticeOn, sessionId }, { actor, now }) => {
    const signedIds = stage.signatures.map(({ personId }) => personId);
    const asked = { decision: decision.outcome, state: stage.state, signedIds, isNotice: stage.noticeDays !== null, today, hash: current };
    const ruling = stageSignatureRuling(asked, { hash, noticeOn }, actor);
    return ruling.ok ? signed({ ...ruling.value, note }, { sessionId, proof, actor, now }) : ruling;
  },
  save: async (db, { signature, note, noticeOn, hash }, { actor, now }, { stage, decision }) => {
    if (!isPerson(actor)) return refused("Only a person signs.", 403);
    const used = await useSignature(db, signature);
    if (!used.ok) return used;
    const row = { stageId: stage.id, attempt: stage.attempt, personId: actor.personId, note, noticeOn, signedHash: hash, signedFrom: signature.from, signedAt: now };
    if (!(await saveSignature(db, row))) return refused("You have signed off this stage already.");
    const finished = allSigned(stage.approvers.map(({ personId }) => personId), [...stage.signatures.map(({ personId }) => personId), actor.personId]);
    if (finished) {
      if (!(await moveStage(db, stage, { state: "done", doneAt: now }))) return refused("Someone was first: this stage changed a moment ago.");
      await beginNext(db, decision.id, now);
      await tellHeadsWhenDone(db, decision, stage.id);
    }
    return allowed({ decisionId: decision.id, finished });
  },
  record: ({ signature, note, noticeOn, hash }, { finished }, { stage, decision }) => ({
    subject: "stage",
    subjectId: stage.id,
    detail: { stage: stage.name, attempt: stage.attempt, agency: decision.organization.name, decisionId: decision.id, hash, note, noticeOn, finished, signedFrom: signature.from },
  }),
});
