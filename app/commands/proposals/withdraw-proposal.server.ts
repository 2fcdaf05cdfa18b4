import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { moveProposal, readProposalStage } from "~/domain/proposals/stages";
import { proposalThing } from "~/domain/proposals/thing";
import { lockDraft, setFrozen } from "~/store/drafting.server";
import { lockProposal, proposalRow, saveProposalStage } from "~/store/proposals.server";

/** Takes a proposal back while it is drafted. Its text stays as it is, and can still be read. */
export const withdrawProposal = command("proposal.withdraw", {
  input: z.strictObject({ proposalId: z.string() }),
  load: async (db, { proposalId }) => {
    await lockProposal(db, proposalId);
    const proposal = await proposalRow(db, proposalId);
    if (!proposal) return null;
    await lockDraft(db, proposal.draftId);
    return { thing: proposalThing(proposal), proposal };
  },
  rule: ({ proposal }) => {
    const from = readProposalStage(proposal.stage);
    const moved = moveProposal(from, "withdraw");
    return moved.ok ? allowed({ proposalId: proposal.id, draftId: proposal.draftId, from, to: moved.value }) : moved;
  },
  save: async (db, { proposalId, draftId, from, to }) => {
    if (!(await saveProposalStage(db, proposalId, from, to))) return refused("The proposal changed a moment ago. Read the page again.");
    await setFrozen(db, draftId, true);
    return allowed({ proposalId });
  },
  record: ({ proposalId }, _result, { proposal }) => ({ subject: "proposal", subjectId: proposalId, detail: { number: proposal.number } }),
  announce: ({ draftId }) => [{ kind: "draft.frozen", draftId, reason: "This proposal was withdrawn, so its text can only be read." }],
});
