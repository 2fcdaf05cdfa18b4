import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { documentThing } from "~/domain/documents/description";
import { writtenPlainText } from "~/domain/plain-texts/plain-text";
import { clauseHashes } from "~/editor/clause-hashes.server";
import type { DocumentNode } from "~/editor/schema/document-node";
import { workingText } from "~/editor/working-text";
import { documentFacts, frozenTextContent } from "~/store/documents.server";
import { draftRows } from "~/store/drafting.server";
import { savePlainText } from "~/store/plain-texts.server";

/** Says in plain words what a clause means. It is never the official text, and grows stale with its clause. */
export const writePlainText = command("plain-text.write", {
  input: z.strictObject({ documentId: z.string().min(1).max(64), ...writtenPlainText }),
  load: async (db, { documentId }) => {
    const document = await documentFacts(db, documentId);
    if (!document) return null;
    const edition = document.editions[0];
    const rows = edition ? null : await draftRows(db, document.drafts[0]?.id ?? "");
    const content = edition ? ((await frozenTextContent(db, edition.frozenTextId)) as DocumentNode) : rows && workingText(rows).content;
    return { thing: documentThing(document), document, hashes: content ? clauseHashes(content) : new Map<string, string>() };
  },
  rule: ({ document, hashes }, { clauseId, language, clauseHash, body }, { actor, now }) => {
    if (actor.kind !== "person") return refused("Sign in to do this.", 401);
    const present = hashes.get(clauseId);
    if (!present) return refused("This clause is no longer in the text. Copy your words and load the page again.");
    if (present !== clauseHash) return refused("The clause was changed while you wrote. Read it again beside your words, then save them.", 409, "body");
    return allowed({ documentId: document.id, clauseId, language, clauseHash, body, writtenById: actor.personId, writtenAt: now });
  },
  save: async (db, text) => {
    await savePlainText(db, text);
    return allowed({ documentId: text.documentId, clauseId: text.clauseId });
  },
  record: ({ clauseId, language, clauseHash, body }, { documentId }) => ({ subject: "document", subjectId: documentId, detail: { clauseId, language, clauseHash, body } }),
});
