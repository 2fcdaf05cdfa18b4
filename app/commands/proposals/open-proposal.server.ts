import { z } from "zod";
import { threadsToCarry } from "~/commands/comments/carry-threads.server";
import { command } from "~/commands/command.server";
import { can, type Actor } from "~/domain/access/may";
import { allowed, refused, type Ruling } from "~/domain/access/ruling";
import { takeUpRuling } from "~/domain/concerns/triage";
import { documentThing } from "~/domain/documents/description";
import { proposalDescription, proposalTitle } from "~/domain/proposals/description";
import { clausesOf } from "~/editor/numbering";
import type { DocumentNode } from "~/editor/schema/document-node";
import { schemaVersion } from "~/editor/schema/document-schema";
import { linkConcern, lockConcern } from "~/store/concerns.server";
import { documentFacts, frozenTextContent } from "~/store/documents.server";
import { createDraft } from "~/store/drafting.server";
import { insertProposal } from "~/store/proposals.server";

/** Opens a proposal: a branch that starts from the latest edition, with its reason (C4). It may take up a concern of the box. `week` is the working text of a curriculum, which is changed as a week. */
export const openProposal = command("proposal.open", {
  input: z.strictObject({ documentId: z.string(), clauseId: z.string().max(64).default(""), concernId: z.string().max(64).default(""), ...proposalDescription }),
  load: async (db, { documentId, concernId }, actor) => {
    const document = await documentFacts(db, documentId);
    if (!document) return null;
    const base = document.editions[0] ?? null;
    const content = base ? ((await frozenTextContent(db, base.frozenTextId)) as DocumentNode) : null;
    const concern = concernId ? await lockConcern(db, concernId) : null;
    return { thing: documentThing(document), document, base, content, concern, authorId: actor.kind === "person" ? actor.personId : "" };
  },
  rule: ({ document, base, content, concern, authorId }, { clauseId, concernId, title, documentId, ...said }, { actor }) => {
    if (concernId) {
      const taken = takingUp(concern, document, actor);
      if (!taken.ok) return taken;
    }
    if (document.kind === "charter") return refused("The charter changes by its own form. It starts on the charter page.");
    if (!base || !content) return refused("This document has no edition yet. Write in its draft; proposals begin when it is in force.");
    const clause = clausesOf(content).find(({ id }) => id === clauseId) ?? null;
    if (clauseId && !clause) return refused("This clause is not in the latest edition. Choose a clause again.", 422, "clauseId");
    const proposal = { ...said, documentId, programId: document.programId, clauseId: clauseId || null, title: proposalTitle(title, document, clause), authorId, baseEditionId: base.id };
    return allowed({ proposal, content });
  },
  save: async (db, { proposal, content }, { now }, { document, concern }) => {
    const carried = await threadsToCarry(db, proposal.baseEditionId, content, null);
    const draft = await createDraft(db, { documentId: proposal.documentId, baseEditionId: proposal.baseEditionId, content: carried.content, schemaVersion });
    await carried.save({ draftId: draft.id, atVersion: 0, at: now });
    const opened = await insertProposal(db, { ...proposal, draftId: draft.id });
    if (concern) await linkConcern(db, concern.id, opened.id);
    return allowed({ ...opened, week: document.kind === "curriculum" ? draft.id : null });
  },
  record: ({ proposal }, { id, number }, { concern }) => ({
    subject: "proposal",
    subjectId: id,
    detail: { number, title: proposal.title, documentId: proposal.documentId, clauseId: proposal.clauseId, baseEditionId: proposal.baseEditionId, ...(concern ? { concernId: concern.id } : {}) },
  }),
});

/** Who reads concerns takes one up; for everybody else there is none. */
function takingUp(concern: Awaited<ReturnType<typeof lockConcern>>, document: { programId: string; visibility: string }, actor: Actor): Ruling<true> {
  if (!concern || concern.programId !== document.programId || !can(actor, "concern.triage", { programId: concern.programId })) return refused("There is no such concern.", 422, "concernId");
  if (document.visibility === "organization") return refused("Whoever wrote the concern reads what became of it. Take it up in a document that the whole program may see.", 422, "documentId");
  return takeUpRuling(concern);
}
