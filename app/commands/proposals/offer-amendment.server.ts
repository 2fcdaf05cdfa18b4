import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { amendable, amendmentWords } from "~/domain/proposals/amendments";
import { readProposalStage } from "~/domain/proposals/stages";
import { proposalThing } from "~/domain/proposals/thing";
import { sameWords, wordsToAmend } from "~/editor/amended-clause";
import { clausesOf } from "~/editor/numbering";
import { workingText } from "~/editor/working-text";
import { insertAmendment } from "~/store/amendments.server";
import { draftRows } from "~/store/drafting.server";
import { tell } from "~/store/notices.server";
import { lockProposal, proposalRow } from "~/store/proposals.server";
import { isPerson } from "~/store/voting.server";

/** Offers other words for one clause of a proposal before its vote (C5). */
export const offerAmendment = command("amendment.offer", {
  input: z.strictObject({ proposalId: z.string(), clauseId: z.string().max(64).default(""), ...amendmentWords }),
  load: async (db, { proposalId, clauseId }) => {
    await lockProposal(db, proposalId);
    const proposal = await proposalRow(db, proposalId);
    const rows = proposal && (await draftRows(db, proposal.draftId));
    if (!proposal || !rows) return null;
    return { thing: proposalThing(proposal), proposal, clause: clausesOf(workingText(rows).content).find(({ id }) => id === clauseId) ?? null };
  },
  rule: ({ proposal, clause }, { clauseId, words, why }) => {
    const open = amendable({ stage: readProposalStage(proposal.stage), byRules: proposal.charterRules !== null });
    if (!open.ok) return open;
    if (!clause) return refused("Choose a clause of the proposal.", 422, "clauseId");
    const was = wordsToAmend(clause.ownContent);
    if (was === null) return refused("This clause has a list, a table, a footnote or a reference. Suggest the change in the text of the proposal.", 422, "clauseId");
    if (sameWords(was, words)) return refused("These words stand there already. Change them.", 422, "words");
    return allowed({ clauseId, was, words, why });
  },
  save: async (db, change, { actor, now }, { proposal, clause }) => {
    if (!isPerson(actor)) return refused("Only a person offers an amendment.", 403);
    const { id: proposalId, programId } = proposal;
    const { id, number } = await insertAmendment(db, { ...change, proposalId, authorId: actor.personId, offeredAt: now });
    await tell(db, {
      programId,
      personIds: [proposal.author.id].filter((personId) => personId !== actor.personId),
      body: `${actor.name}, ${actor.organizationName}, offers an amendment to clause ${clause?.number ?? ""} of proposal ${proposal.number}, ${proposal.title}. It waits for your answer.`.slice(0, 500),
      path: `/proposals/${proposalId}#amendment-${id}`,
      cause: `amendment.offer:${id}`,
    });
    return allowed({ amendmentId: id, number, proposalId });
  },
  record: ({ clauseId, words, why }, { amendmentId, number, proposalId }) => ({ subject: "proposal", subjectId: proposalId, detail: { amendmentId, number, clauseId, words, why } }),
});
