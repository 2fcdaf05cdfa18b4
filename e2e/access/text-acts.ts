import { randomInt, randomUUID } from "node:crypto";
import { clauseHashes } from "../../app/editor/clause-hashes.server";
import { wordParts, zip } from "../../app/editor/import/zip-in-test";
import { textOf } from "../support/program-for-tests";
import { about, asMarkdown, type Attempt, type Form, inForce, ownOrganization, personIdOf, program, programOf, type RouteActs } from "./attempts";
import type { Caller, World } from "./matrix-world";
import type { NewThread } from "./text-world";

/** Which act each address of a text asks for: documents, drafts, threads, versions and the glossary. */
export const textActs: Record<string, RouteActs> = {
  "routes/documents._index": { GET: { act: "document.read", make: program } },
  "routes/documents.new": {
    GET: { act: "document.create", make: ownOrganization },
    POST: { act: "document.create", make: (world, caller) => ({ ...ownOrganization(world, caller), form: description(world, caller) }) },
  },
  "routes/documents.import": {
    GET: { act: "document.import", make: ownOrganization },
    POST: { act: "document.import", make: (world, caller) => ({ ...ownOrganization(world, caller), form: { ...description(world, caller), source: "Riverton Police", copyright: "own", file: wordFile() } }) },
  },
  "routes/documents.$documentId._index": { GET: { act: "document.read", make: hiddenDocument } },
  "routes/documents.$documentId.import-report": { GET: { act: "document.read", make: async (world) => about(await world.newImport()) } },
  "routes/documents.$documentId.newer-text": {
    GET: { act: "draft.write", make: document },
    POST: { act: "draft.write", make: async (world) => ({ ...(await document(world)), form: { source: "Riverton Police", copyright: "own", file: wordFile() } }) },
  },
  "routes/documents.$documentId.submission": { GET: { act: "document.submit", make: document }, POST: { act: "document.submit", make: document } },
  "routes/documents.$documentId.visibility": {
    GET: { act: "document.share", make: document },
    POST: { act: "document.share", make: async (world) => ({ ...(await document(world)), form: { visibility: "public" } }) },
  },
  "routes/documents.$documentId.rights": {
    GET: { act: "rights.confirm", make: document },
    POST: { act: "rights.confirm", make: async (world) => ({ ...about(await world.newVendorDocument()), form: { basis: "The vendor's letter of May 4, 2026" } }) },
  },
  "routes/documents.$documentId.editions.$edition.exports.$format": { GET: { act: "document.read", make: (world) => asMarkdown({ ...inForce(world), params: { documentId: world.documentId, edition: "1" } }) } },
  "routes/drafts.$draftId.exports.$format": { GET: { act: "draft.read", make: async (world) => asMarkdown(await draft(world)) } },
  "routes/documents.$documentId.draft": { GET: { act: "draft.read", make: document } },
  "routes/documents.$documentId.compare": { GET: { act: "document.read", make: async (world) => ({ ...inForce(world), params: { documentId: world.documentId }, search: "?from=1&to=1" }) } },
  "routes/documents.$documentId.plain-text": {
    GET: { act: "plain-text.write", make: document },
    POST: {
      act: "plain-text.write",
      make: async (world) => ({ ...(await document(world)), form: { clauseId: "c1", language: "en", clauseHash: clauseHashes(textOf("Officers offer a choice of transport.")).get("c1") ?? "", body: "You may choose how you get there." } }),
    },
  },
  "routes/glossary._index": { GET: { act: "program.read", make: program } },
  "routes/glossary.words": { GET: { act: "program.read", make: program } },
  "routes/glossary.new": {
    GET: { act: "term.define", make: program },
    POST: { act: "term.define", make: (world, caller) => ({ ...program(world, caller), form: { name: `term ${randomUUID()}`, variants: "", body: "", source: "" } }) },
  },
  "routes/glossary.$termId._index": { GET: { act: "program.read", make: term } },
  "routes/glossary.$termId.definitions": {
    GET: { act: "term.define", make: term },
    POST: { act: "term.define", make: async (world) => ({ ...(await term(world)), form: { body: "Danger to oneself or others.", source: "" } }) },
  },
  "routes/glossary.$termId.variants": {
    GET: { act: "term.define", make: term },
    POST: { act: "term.define", make: async (world) => ({ ...(await term(world)), form: { variants: "" } }) },
  },
  "routes/drafts.$draftId.versions": {
    GET: { act: "draft.read", make: draft },
    POST: { act: "version.name", make: async (world) => ({ ...(await draft(world)), form: { name: "Before the meeting" } }) },
  },
  "routes/drafts.$draftId.suggestions._index": { GET: { act: "draft.read", make: draft } },
  "routes/drafts.$draftId.suggestions.decisions": {
    GET: { act: "draft.read", make: draft },
    POST: { act: "suggestion.decide", make: async (world) => ({ ...(await suggestedDraft(world)), form: { all: "yes", verdict: "rejected", next: "/" } }) },
  },
  "routes/drafts.$draftId.suggestions.withdrawal": {
    GET: { act: "draft.read", make: draft },
    // Who suggests takes back their own.
    POST: { act: "draft.suggest", make: async (world, caller) => ({ ...(await suggestedDraft(world, caller)), form: { suggestionId: "suggested-1", next: "/" } }) },
  },
  // A document without an edition has nothing that could be changed by a proposal: refused in words, after the right was asked.
  "routes/drafts.$draftId.proposal": {
    POST: { act: "proposal.open", make: async (world) => ({ ...(await draft(world)), form: { why: "Families ask for it.", affected: "Families.", kept: JSON.stringify({ version: 0, batches: [{ batchId: "kept-batch-1", steps: [{ stepType: "replace", from: 2, to: 2, slice: { content: [{ type: "text", text: "Kept" }] } }] }] }) } }), also: ["409"] },
  },
  "routes/drafts.$draftId.replies": {
    GET: { act: "draft.read", make: draft },
    // A file without the marks of an export is told at its field, after the right was asked.
    POST: { act: "draft.suggest", make: async (world) => ({ ...(await draft(world)), form: { file: wordFile() } }), also: ["422"] },
  },
  "routes/drafts.$draftId.exports.word": { GET: { act: "draft.read", make: draft } },
  "routes/drafts.$draftId.compare": { GET: { act: "draft.read", make: async (world) => ({ ...(await draft(world)), search: "?from=0" }) } },
  "routes/drafts.$draftId.threads": {
    GET: { act: "draft.read", make: draft },
    POST: { act: "comment.write", make: async (world) => ({ ...(await draft(world)), form: { clauseId: "c1", body: "Who offers the choice?" } }) },
  },
  "routes/threads.$threadId.comments": { GET: { act: "draft.read", make: (world) => thread(world) }, POST: { act: "comment.write", make: async (world) => ({ ...(await thread(world)), form: { body: "The officer does." } }) } },
  "routes/threads.$threadId.place": { GET: { act: "draft.read", make: lostThread }, POST: { act: "comment.write", make: async (world) => ({ ...(await lostThread(world)), form: { clauseId: "c1", quote: "" } }) } },
  "routes/threads.$threadId.resolution": { POST: { act: "comment.resolve", make: (world) => thread(world) } },
  "routes/threads.$threadId.reopening": { POST: { act: "comment.resolve", make: async (world) => thread(world, { resolvedAt: new Date() }) } },
  "routes/threads.$threadId.assignment": { POST: { act: "comment.resolve", make: async (world) => ({ ...(await thread(world)), form: { personId: "" } }) } },
  "routes/drafts.$draftId.authorship": { GET: { act: "draft.read", make: draft } },
  "routes/drafts.$draftId.reading": { POST: { act: "draft.read", make: async (world) => ({ ...(await draft(world)), form: { version: "0", next: "/" } }) } },
  "routes/drafts.$draftId.locks._index": {
    GET: { act: "draft.read", make: draft },
    POST: { act: "clause.lock", make: async (world) => ({ ...(await draft(world)), form: { clauseId: "c1", length: "hour", day: "", reason: "Legal review" } }) },
  },
  "routes/drafts.$draftId.locks.$clauseId.opening": {
    POST: {
      act: "clause.unlock",
      // One's own is the lock: it is the caller's here.
      make: async (world, caller) => {
        const asked = await draft(world);
        const heldById = await world.newLock(asked.params?.draftId ?? "", personIdOf(caller));
        return { thing: { ...asked.thing, ownerIds: [heldById] }, params: { ...asked.params, clauseId: "c1" } };
      },
    },
  },
  "routes/documents.$documentId.reading": { POST: { act: "document.read", make: async (world) => ({ ...inForce(world), params: { documentId: world.documentId }, form: { edition: "1", next: "/" } }) } },
  "routes/versions.$versionId.restoration": {
    GET: {
      act: "version.restore",
      make: async (world) => {
        const document = await world.newDocument();
        return { ...about(document), params: { versionId: await world.newVersion(document.draftId) } };
      },
    },
    POST: {
      act: "version.restore",
      make: async (world) => {
        const document = await world.newDocument();
        return { ...about(document), params: { versionId: await world.newVersion(document.draftId) }, form: { next: "/" } };
      },
    },
  },
  "routes/documents.$documentId.editions.$edition.bundle": { POST: { act: "bundle.take", make: (world) => ({ ...inForce(world), params: { documentId: world.documentId, edition: "1" } }) } },
};

async function document(world: World): Promise<Attempt> {
  return about(await world.newDocument());
}

async function draft(world: World): Promise<Attempt> {
  const document = await world.newDocument();
  return { ...about(document), params: { draftId: document.draftId } };
}

/** A text with one suggestion, by the caller where it matters whose. */
async function suggestedDraft(world: World, { actor }: Partial<Caller> = {}): Promise<Attempt> {
  const attempt = await draft(world);
  await world.suggest(attempt.params?.draftId ?? "", actor?.kind === "person" ? actor.personId : undefined);
  return attempt;
}

async function thread(world: World, more: Partial<NewThread> = {}): Promise<Attempt> {
  const document = await world.newDocument();
  return { ...about(document), params: { threadId: await world.newThread(document, more) } };
}

async function lostThread(world: World): Promise<Attempt> {
  return thread(world, { quote: "words that are gone", atVersion: 7 });
}

async function hiddenDocument(world: World): Promise<Attempt> {
  return about(await world.newDocument("organization"));
}

async function term(world: World): Promise<Attempt> {
  return { thing: { programId: world.programId }, params: { termId: (await world.newTerm()).id } };
}

function description(world: World, { actor }: Caller): Form {
  return { kind: "policy", number: `CIT-${randomInt(1_000, 1_000_000)}`, title: "Transport", topic: "", visibility: "program", agencyIds: [world.agencyIn(programOf(world, actor))] };
}

function wordFile(): File {
  const paragraph = (words: string, style = "") => `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ""}<w:r><w:t>${words}</w:t></w:r></w:p>`;
  const body = paragraph("Purpose", "H1") + paragraph("Officers wait for a clinician.");
  return new File([new Uint8Array(zip(wordParts(body)))], "transport.docx", { type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" });
}
