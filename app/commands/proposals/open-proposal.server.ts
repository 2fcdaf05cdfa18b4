import { z } from "zod";
import { threadsToCarry } from "~/commands/comments/carry-threads.server";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { documentThing } from "~/domain/documents/description";
import { proposalDescription, proposalTitle } from "~/domain/proposals/description";
import { clausesOf } from "~/editor/numbering";
import type { DocumentNode } from "~/editor/schema/document-node";
import { schemaVersion } from "~/editor/schema/document-schema";
import { documentFacts, frozenTextContent } from "~/store/documents.server";
import { createDraft } from "~/store/drafting.server";
import { insertProposal } from "~/store/proposals.server";

/** Opens a proposal: a branch that starts from the latest edition, with its reason (C4). */
export const openProposal = command("proposal.open", {
  input: z.strictObject({ documentId: z.string(), clauseId: z.string().max(64).default(""), ...proposalDescription }),
  load: async (db, { documentId }, actor) => {
    const document = await documentFacts(db, documentId);
    if (!document) return null;
    const base = document.editions[0] ?? null;
    const content = base ? ((await frozenTextContent(db, base.frozenTextId)) as DocumentNode) : null;
    return { thing: documentThing(document), document, base, content, authorId: actor.kind === "person" ? actor.personId : "" };
  },
  rule: ({ document, base, content, authorId }, { clauseId, title, documentId, ...said }) => {
    if (document.kind === "charter") return refused("The charter changes by its own form. It starts on the charter page.");
    if (!base || !content) return refused("This document has no edition yet. Write in its draft; proposals begin when it is in force.");
    const clause = clausesOf(content).find(({ id }) => id === clauseId) ?? null;
    if (clauseId && !clause) return refused("This clause is not in the latest edition. Choose a clause again.", 422, "clauseId");
    const proposal = { ...said, documentId, programId: document.programId, clauseId: clauseId || null, title: proposalTitle(title, document, clause), authorId, baseEditionId: base.id };
    return allowed({ proposal, content });
  },
  save: async (db, { proposal, content }, { now }) => {
    const carried = await threadsToCarry(db, proposal.baseEditionId, content, null);
    const draft = await createDraft(db, { documentId: proposal.documentId, baseEditionId: proposal.baseEditionId, content: carried.content, schemaVersion });
    await carried.save({ draftId: draft.id, atVersion: 0, at: now });
    return allowed(await insertProposal(db, { ...proposal, draftId: draft.id }));
  },
  record: ({ proposal }, { id, number }) => ({
    subject: "proposal",
    subjectId: id,
    detail: { number, title: proposal.title, documentId: proposal.documentId, clauseId: proposal.clauseId, baseEditionId: proposal.baseEditionId },
  }),
});
