import { z } from "zod";
import { command } from "~/commands/command.server";
import { threadsToCarry } from "~/commands/comments/carry-threads.server";
import { replaceText } from "~/commands/drafting/replace-text.server";
import { allowed, refused } from "~/domain/access/ruling";
import { undecidedRuling } from "~/domain/drafting/suggestions";
import { isStale } from "~/domain/proposals/base";
import { moveProposal, readProposalStage } from "~/domain/proposals/stages";
import { proposalThing } from "~/domain/proposals/thing";
import { resolve } from "~/editor/rebase";
import type { DocumentNode } from "~/editor/schema/document-node";
import { cleanText } from "~/editor/suggestions/clean-text";
import { pendingSuggestions } from "~/editor/suggestions/pending";
import { workingDoc } from "~/editor/working-text";
import { frozenTextContent } from "~/store/documents.server";
import { draftRows, lockDraft } from "~/store/drafting.server";
import { lockProposal, proposalRow, saveBase } from "~/store/proposals.server";

const input = z.strictObject({
  proposalId: z.string(),
  /** The edition the choices were made against. */
  ontoEditionId: z.string(),
  /** By clause: whose text stands where both sides changed it. */
  choices: z.record(z.string().max(64), z.enum(["mine", "theirs"], { error: "Choose one of the two texts." })).default({}),
});

/** Brings a proposal onto the latest edition, clause by clause (C8). */
export const rebaseProposal = command("proposal.rebase", {
  input,
  load: async (db, { proposalId }, actor) => {
    await lockProposal(db, proposalId);
    const proposal = await proposalRow(db, proposalId);
    const latest = proposal?.document.editions[0];
    if (!proposal || !latest) return null;
    await lockDraft(db, proposal.draftId);
    const rows = await draftRows(db, proposal.draftId);
    if (!rows) return null;
    const { doc } = workingDoc(rows);
    const base = await frozenTextContent(db, proposal.baseEdition.frozenTextId);
    const theirs = await frozenTextContent(db, latest.frozenTextId);
    const sides = { base: base as DocumentNode, mine: cleanText(doc), theirs: theirs as DocumentNode };
    return { thing: proposalThing(proposal), proposal, latest, sides, undecided: pendingSuggestions(doc).length, authorId: actor.kind === "person" ? actor.personId : "" };
  },
  rule: ({ proposal, latest, sides, undecided }, { ontoEditionId, choices }) => {
    const moved = moveProposal(readProposalStage(proposal.stage), "rebase");
    if (!moved.ok) return moved;
    if (proposal.charterRules !== null) return refused("The charter has changed since. Propose the rules anew, from the charter as it is now.");
    if (!isStale(proposal.baseEdition.number, latest.number)) return refused("This proposal starts from the latest edition already.");
    if (latest.id !== ontoEditionId) return refused(`Edition ${latest.number} was adopted while you were choosing. Read the page again and choose anew.`);
    const waiting = undecidedRuling(undecided, "bring the proposal up to date");
    if (waiting) return waiting;
    const resolved = resolve(sides, choices);
    if (resolved.ok) return allowed({ content: resolved.doc, from: proposal.baseEdition, to: latest, choices });
    const fields = Object.fromEntries(resolved.waiting.map((clauseId) => [`choice:${clauseId}`, ["Choose one of the two texts."]]));
    return { ...refused(resolved.reason, 422), fields };
  },
  save: async (db, { content, from, to }, { now }, { proposal, authorId }) => {
    if (!(await saveBase(db, proposal.id, from.id, to.id))) return refused("Someone else brought this proposal up to date a moment ago.");
    const { draftId } = proposal;
    const carried = await threadsToCarry(db, to.id, content, draftId);
    const atVersion = await replaceText(db, { draftId, content: carried.content, baseEditionId: to.id, authorId });
    await carried.save({ draftId, atVersion, at: now });
    return allowed({ proposalId: proposal.id });
  },
  record: ({ from, to, choices }, { proposalId }) => ({ subject: "proposal", subjectId: proposalId, detail: { from: from.number, to: to.number, choices } }),
});
