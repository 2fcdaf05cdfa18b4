import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { proposalDescription, proposalTitle } from "~/domain/proposals/description";
import { moveProposal, readProposalStage } from "~/domain/proposals/stages";
import { proposalThing } from "~/domain/proposals/thing";
import { lockProposal, proposalRow, saveDescription } from "~/store/proposals.server";

/** Changes what is said about a proposal while it is drafted. */
export const describeProposal = command("proposal.describe", {
  input: z.strictObject({ proposalId: z.string(), ...proposalDescription }),
  load: async (db, { proposalId }) => {
    await lockProposal(db, proposalId);
    const proposal = await proposalRow(db, proposalId);
    return proposal && { thing: proposalThing(proposal), proposal };
  },
  rule: ({ proposal }, { proposalId, title, ...said }) => {
    const moved = moveProposal(readProposalStage(proposal.stage), "describe");
    if (!moved.ok) return moved;
    return allowed({ proposalId, stage: moved.value, description: { ...said, title: title || proposalTitle("", proposal.document, null) } });
  },
  save: async (db, { proposalId, stage, description }) =>
    (await saveDescription(db, proposalId, stage, description)) ? allowed({ proposalId }) : refused("The proposal changed a moment ago. Read the page again."),
  record: ({ proposalId, description }) => ({ subject: "proposal", subjectId: proposalId, detail: description }),
});
