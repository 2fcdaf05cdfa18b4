import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { documentThing } from "~/domain/documents/description";
import { can } from "~/domain/access/may";
import { clausesOf } from "~/editor/numbering";
import { modulesIn } from "~/editor/curriculum-text";
import type { DocumentNode } from "~/editor/schema/document-node";
import { workingText } from "~/editor/working-text";
import { curriculumById, insertLink, removeLink, type ModuleLink } from "~/store/curricula.server";
import type { Database } from "~/store/database.server";
import { documentFacts, frozenTextContent } from "~/store/documents.server";
import { draftRows } from "~/store/drafting.server";
import type { Actor } from "~/domain/access/may";

const input = z.strictObject({
  curriculumId: z.string().max(64),
  moduleId: z.string({ error: "Choose the module." }).min(1, "Choose the module.").max(64),
  /** "document/clause", as one choice of a list says it. */
  clause: z.string({ error: "Choose the clause." }).regex(/^[\w-]{1,64}\/[\w-]{1,64}$/, "Choose the clause."),
});

type Input = z.infer<typeof input>;

/** Both texts are looked at: one may only link what one may see. */
async function load(db: Database, { curriculumId, moduleId, clause }: Input, actor: Actor) {
  const [documentId = "", clauseId = ""] = clause.split("/");
  const curriculum = await curriculumById(db, curriculumId);
  if (!curriculum) return null;
  const facts = await documentFacts(db, documentId);
  // A document that one may not see is answered as one that is not there.
  const document = facts && can(actor, "document.read", documentThing(facts)) ? facts : null;
  const { editions, drafts } = curriculum.document;
  const taught = editions[0] ? await frozenTextContent(db, editions[0].frozenTextId) : await draftContent(db, drafts[0]?.id);
  const policy = document?.editions[0] ? await frozenTextContent(db, document.editions[0].frozenTextId) : null;
  const link: ModuleLink = { curriculumId, moduleId, documentId, clauseId };
  return { thing: documentThing(curriculum.document), seen: document !== null, link, taught: taught as DocumentNode | null, policy: policy as DocumentNode | null };
}

async function draftContent(db: Database, draftId: string | undefined) {
  const rows = draftId ? await draftRows(db, draftId) : null;
  return rows && workingText(rows).content;
}

/** Says that a module teaches a clause. */
export const linkModule = command("module.link", {
  input,
  load,
  rule: ({ link, taught, policy }) => {
    if (!taught || !modulesIn(taught).modules.some(({ id }) => id === link.moduleId)) return refused("This module is not in the curriculum. Choose another.", 422, "moduleId");
    if (!policy || !clausesOf(policy).some(({ id }) => id === link.clauseId)) return refused("This clause is not in the latest edition. Choose another.", 422, "clause");
    return allowed(link);
  },
  save: async (db, link) => ((await insertLink(db, link)) ? allowed(link) : refused("This link is there already.", 409, "clause")),
  record: (link) => ({ subject: "document", subjectId: link.documentId, detail: { ...link, linked: true } }),
});

/** Takes the link away again. */
export const unlinkModule = command("module.link", {
  input,
  load,
  rule: ({ link, seen }) => (seen ? allowed(link) : refused("This link is gone already.", 409)),
  save: async (db, link) => ((await removeLink(db, link)) ? allowed(link) : refused("This link is gone already.", 409)),
  record: (link) => ({ subject: "document", subjectId: link.documentId, detail: { ...link, linked: false } }),
});
