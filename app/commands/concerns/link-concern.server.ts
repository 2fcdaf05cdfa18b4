import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { takeUpRuling } from "~/domain/concerns/triage";
import { linkConcern, lockConcern, proposalsToLink } from "~/store/concerns.server";

/** Says which proposal takes up a settled concern. Its author reads it with the answer. */
export const linkToProposal = command("concern.triage", {
  input: z.strictObject({ concernId: z.string().min(1), proposalId: z.string().min(1, "Choose the proposal.") }),
  load: async (db, { concernId }) => {
    const concern = await lockConcern(db, concernId);
    return concern && { thing: { programId: concern.programId }, concern, proposals: await proposalsToLink(db, concern.programId) };
  },
  rule: ({ concern, proposals }, { proposalId }) => {
    const settled = takeUpRuling(concern);
    if (!settled.ok) return settled;
    return proposals.some(({ id }) => id === proposalId) ? allowed({ proposalId }) : refused("That proposal is no longer open. Choose another.", 422, "proposalId");
  },
  save: async (db, { proposalId }, _moment, { concern }) => {
    await linkConcern(db, concern.id, proposalId);
    return allowed({ concernId: concern.id });
  },
  record: ({ proposalId }, { concernId }) => ({ subject: "concern", subjectId: concernId, detail: { proposalId } }),
});
