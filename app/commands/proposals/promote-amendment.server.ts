import { randomUUID } from "node:crypto";
import { z } from "zod";
import { threadsToCarry } from "~/commands/comments/carry-threads.server";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { moveAmendment } from "~/domain/proposals/amendments";
import { proposalDescription, proposalTitle } from "~/domain/proposals/description";
import { proposalThing } from "~/domain/proposals/thing";
import { amendClause, sameWords, wordsToAmend } from "~/editor/amended-clause";
import { clausesOf } from "~/editor/numbering";
import type { DocumentNode } from "~/editor/schema/document-node";
import { schemaVersion } from "~/editor/schema/document-schema";
import { workingDoc } from "~/editor/working-text";
import { lockAmendment, savePromotion } from "~/store/amendments.server";
import { frozenTextContent } from "~/store/documents.server";
import { appendServerSteps, createDraft, draftRows, lockDraft } from "~/store/drafting.server";
import { tell } from "~/store/notices.server";
import { insertProposal } from "~/store/proposals.server";

/** Makes a refused amendment a proposal of its own, from the latest edition; both pages show where it came from (C5). */
export const promoteAmendment = command("amendment.promote", {
  input: z.strictObject({ amendmentId: z.string(), ...proposalDescription }),
  load: async (db, { amendmentId }) => {
    const held = await lockAmendment(db, amendmentId);
    const base = held?.proposal.document.editions[0];
    if (!held || !base) return null;
    const { proposal: parent, amendment } = held;
    const content = (await frozenTextContent(db, base.frozenTextId)) as DocumentNode;
    return { thing: { ...proposalThing(parent), ownerIds: [amendment.author.id] }, parent, amendment, base, content };
  },
  rule: ({ parent, amendment, base, content }, { amendmentId: _amendment, title, ...said }, { actor }) => {
    if (actor.kind !== "person") return refused("Only a person makes a proposal.", 403);
    const moved = moveAmendment(amendment.state, "promote");
    if (!moved.ok) return moved;
    const clause = clausesOf(content).find(({ id }) => id === amendment.clauseId) ?? null;
    const stands = clause && wordsToAmend(clause.ownContent);
    if (stands === null) return refused(`Edition ${base.number} of ${parent.document.number} does not have this clause as plain paragraphs. Propose a change of the document, and write the words where they belong.`);
    if (sameWords(stands, amendment.words)) return refused(`Edition ${base.number} of ${parent.document.number} says this already. There is nothing left to propose.`);
    const { document, programId } = parent;
    return allowed({
      to: moved.value,
      by: actor,
      proposal: { ...said, title: proposalTitle(title, document, clause), documentId: document.id, programId, clauseId: amendment.clauseId, authorId: actor.personId, baseEditionId: base.id },
    });
  },
  save: async (db, { to, by, proposal }, { now }, { parent, amendment, content }) => {
    const carried = await threadsToCarry(db, proposal.baseEditionId, content, null);
    const { id: draftId } = await createDraft(db, { documentId: proposal.documentId, baseEditionId: proposal.baseEditionId, content: carried.content, schemaVersion });
    await lockDraft(db, draftId);
    await carried.save({ draftId, atVersion: 0, at: now });
    const rows = await draftRows(db, draftId);
    const amended = rows && amendClause(workingDoc(rows).doc, amendment.clauseId, amendment.words);
    if (!amended) throw new Error("The clause was in the edition and is not in its branch.");
    await appendServerSteps(db, { draftId, after: 0, authorId: by.personId, batchId: randomUUID(), steps: amended.steps.map((step) => step.toJSON() as unknown) });
    const { id, number } = await insertProposal(db, { ...proposal, draftId });
    if (!(await savePromotion(db, { id: amendment.id, from: amendment.state, to, promotedToId: id }))) return refused("This amendment is a proposal of its own already.");
    await tell(db, {
      programId: parent.programId,
      personIds: [parent.author.id].filter((personId) => personId !== by.personId),
      body: `${by.name}, ${by.organizationName}, made proposal ${number} of the amendment that was refused in proposal ${parent.number}, ${parent.title}.`.slice(0, 500),
      path: `/proposals/${id}`,
      cause: `amendment.promote:${amendment.id}`,
    });
    return allowed({ id, number });
  },
  record: ({ proposal }, { id, number }, { parent, amendment }) => ({
    subject: "proposal",
    subjectId: id,
    detail: { number, title: proposal.title, documentId: proposal.documentId, clauseId: proposal.clauseId, baseEditionId: proposal.baseEditionId, promotedFrom: { proposalId: parent.id, amendmentId: amendment.id } },
  }),
});
