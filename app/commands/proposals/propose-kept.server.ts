import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { documentThing } from "~/domain/documents/description";
import { sentBatch } from "~/domain/drafting/frames";
import { proposalDescription, proposalTitle } from "~/domain/proposals/description";
import { canonicalJson } from "~/editor/canonical";
import { branchOf, keptText } from "~/editor/kept-text";
import type { DocumentNode } from "~/editor/schema/document-node";
import { schemaVersion } from "~/editor/schema/document-schema";
import { workingDoc } from "~/editor/working-text";
import { documentFacts, frozenTextContent } from "~/store/documents.server";
import { createDraft, draftPlace, draftRows } from "~/store/drafting.server";
import { editionText } from "~/store/editions.server";
import { insertProposal } from "~/store/proposals.server";

const input = z.strictObject({
  draftId: z.uuid(),
  /** The version of the text that the steps were written on. */
  version: z.coerce.number().int().min(0),
  batches: z.array(sentBatch).min(1, "There is nothing to propose.").max(5_000),
  ...proposalDescription,
});

/** Makes a proposal of what somebody wrote in a text that was frozen or adopted before it could be stored (B3). */
export const proposeKept = command("proposal.open", {
  input,
  load: async (db, { draftId, version }, actor) => {
    const draft = await draftPlace(db, draftId);
    const document = draft && (await documentFacts(db, draft.document.id));
    if (!draft || !document) return null;
    const latest = document.editions[0] ?? null;
    const rows = version <= draft.version ? await draftRows(db, draftId, version) : null;
    const older = draft.baseEditionId && draft.baseEditionId !== latest?.id ? await editionText(db, draft.baseEditionId) : null;
    const content = latest && ((await frozenTextContent(db, latest.frozenTextId)) as DocumentNode);
    return { thing: documentThing(document), document, latest, content, older, rows, authorId: actor.kind === "person" ? actor.personId : "" };
  },
  rule: ({ document, latest, content, older, rows, authorId }, { batches, title, why, affected, evidence, cost, trainingImpact }) => {
    if (!latest || !content) return refused("This document has no edition yet, so there is nothing to propose a change to. What you wrote stays on this device: copy it, or wait for the decision.");
    if (!rows) return refused("What you wrote stands on a version that this text does not have. Copy it, and paste it where it belongs.", 422);
    const kept = keptText(workingDoc(rows).doc, batches, authorId);
    if (!kept.ok) return refused(kept.reason, 422);
    const branch = branchOf(kept, content, older !== null);
    if (!branch) return refused("What you wrote cannot be joined with the edition that stands now. Copy it, and propose it as a new change.");
    if (canonicalJson(branch.content) === canonicalJson(branch.from === "latest" ? content : older?.content)) return refused("The edition that stands now says this already. There is nothing left to propose.");
    const proposal = {
      why, affected, evidence, cost, trainingImpact,
      documentId: document.id,
      programId: document.programId,
      clauseId: null,
      title: proposalTitle(title, document, null),
      authorId,
      baseEditionId: branch.from === "base" && older ? older.id : latest.id,
    };
    return allowed({ proposal, branch });
  },
  save: async (db, { proposal, branch }) => {
    const draft = await createDraft(db, { documentId: proposal.documentId, baseEditionId: proposal.baseEditionId, content: branch.content, schemaVersion });
    const { id, number } = await insertProposal(db, { ...proposal, draftId: draft.id });
    return allowed({ id, number, mustChoose: branch.from === "base", conflicts: branch.conflicts });
  },
  record: ({ proposal }, { id, number }, { rows }) => ({
    subject: "proposal",
    subjectId: id,
    detail: { number, title: proposal.title, documentId: proposal.documentId, baseEditionId: proposal.baseEditionId, writtenOn: { draftId: rows?.id, version: rows?.version } },
  }),
});
