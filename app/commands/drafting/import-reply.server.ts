import { createHash, randomUUID } from "node:crypto";
import type { Node } from "@tiptap/pm/model";
import { Step } from "@tiptap/pm/transform";
import { z } from "zod";
import { command } from "~/commands/command.server";
import { wordDay } from "~/commands/documents/import-document.server";
import { can, may, type Actor } from "~/domain/access/may";
import { allowed, missing, refused, type Outcome } from "~/domain/access/ruling";
import { textIsFrozen } from "~/domain/drafting/frozen";
import { mostTold, type TakenReply } from "~/domain/drafting/replies";
import { clauseAt } from "~/editor/comments/anchors";
import { authorName } from "~/editor/export/word/word-text";
import { importDocx } from "~/editor/import/docx";
import { placeReply } from "~/editor/import/place-reply";
import { type Reply, replyOnto } from "~/editor/import/reply";
import { type NewComments, newComments, sameMoment } from "~/editor/import/reply-comments";
import { wordAuthor } from "~/editor/import/word-tracked";
import { lockGuard } from "~/editor/lock-guard";
import { documentSchema } from "~/editor/schema/document-schema";
import { pendingSuggestions } from "~/editor/suggestions/pending";
import { workingDoc } from "~/editor/working-text";
import { locksOf } from "~/store/clause-locks.server";
import { database, databaseTime } from "~/store/database.server";
import { appendServerSteps, draftPlace, draftRows, lockDraft, stepsAfter } from "~/store/drafting.server";
import { namesOf } from "~/store/people.server";
import { repliesTo } from "~/store/replies.server";
import { insertRemark, threadsOf } from "~/store/threads.server";
import { insertWordThreads } from "~/store/word-threads.server";

type ReadReply = { version: number; reply: Reply; threadIds: ReadonlyMap<string, string>; comments: NewComments };

const input = z.strictObject({ draftId: z.string().min(1), fileName: z.string(), fileHash: z.string(), read: z.custom<ReadReply>() });

const storeReply = command("draft.suggest", {
  input,
  load: async (db, { draftId, read }, actor) => {
    await lockDraft(db, draftId);
    const draft = await draftPlace(db, draftId);
    const rows = draft && (await draftRows(db, draftId));
    if (!draft || !rows) return null;
    const now = await databaseTime(db);
    const since = await stepsAfter(db, draftId, read.version, draft.version);
    return { thing: draft.thing, draft, since, earlier: await repliesTo(db, draftId), ...workingDoc(rows), locks: lockGuard(await locksOf(db, draftId, now), actor.kind === "person" ? actor.personId : "", () => now.getTime()) };
  },
  rule: ({ doc, draft, since, earlier, locks }, { fileName, fileHash, read }, { actor }) => {
    if (actor.kind !== "person") return refused("Only a person brings in a reply.", 403);
    if (draft.frozen) return refused(textIsFrozen, 409, "file");
    if (earlier.some(({ reply }) => reply.fileHash === fileHash)) return refused("This file was brought in already: see what came of it below.", 409, "file");
    const { reply, threadIds, comments, version } = read;
    const placed = placeReply(doc, since.map(({ step }) => Step.fromJSON(documentSchema, step)), reply.changes, locks);
    const clauses = new Map<string, string>();
    placed.doc.descendants((node, at) => {
      for (const mark of node.marks) if (mark.type.name === "comment" && !clauses.has(String(mark.attrs.thread))) clauses.set(String(mark.attrs.thread), clauseAt(placed.doc.resolve(at)));
    });
    const threads = comments.fresh.map(({ key, quote, resolved, replies, ...first }) => ({ id: threadIds.get(key) ?? key, quote, resolved, said: [first, ...replies] }));
    const lost = threads.filter(({ id }) => !clauses.has(id)).map(({ quote }) => ({ what: "A comment", where: quote ? `on “${quote}”` : "on no words", why: "Its words are not in the text. It is kept among the comments." }));
    const old = new Set(pendingSuggestions(doc).map(({ id }) => id));
    const suggestions = pendingSuggestions(placed.doc).filter(({ id }) => !old.has(id));
    const said = [...threads.flatMap((thread) => thread.said), ...comments.answers.map((answer) => answer.said)];
    const titles = titlesIn(placed.doc);
    const unplaced = [...reply.unplaced.map((each) => ({ ...each, why: "It has no place in the text that was sent out." })), ...once(placed.fallen), ...lost];
    if (suggestions.length + said.length + unplaced.length === 0) return refused("Nothing in this file differs from the text that was sent out. Was the answer saved in another file?", 422, "file");
    const told: TakenReply = {
      replyId: randomUUID(), fileName, fileHash, version,
      suggestions: suggestions.slice(0, mostTold).map(({ author, words, clauseId }) => ({ author, words, where: titles.get(clauseId ?? "") ?? "" })),
      comments: said.slice(0, mostTold).map(({ author, body }) => ({ author, body: body.slice(0, 300) })),
      unplaced: unplaced.slice(0, mostTold),
    };
    const kept = threads.map(({ said: remarks, ...thread }) => ({ ...thread, clauseId: clauses.get(thread.id) ?? null, bodies: remarks.map(bodyOf) }));
    return allowed({ steps: placed.steps.map((step) => step.toJSON() as unknown), threads: kept, answers: comments.answers, told, personId: actor.personId });
  },
  save: async (db, { steps, threads, answers, told, personId }, { now }, { draft, version }) => {
    const { id: draftId, document: { programId } } = draft;
    await insertWordThreads(db, { programId, draftId, personId, atVersion: version, at: now, threads });
    for (const { threadId, said } of answers) await insertRemark(db, { programId, threadId, authorId: personId, body: bodyOf(said), at: now, personIds: [], groupIds: [] });
    if (steps.length > 0) await appendServerSteps(db, { draftId, after: version, authorId: personId, batchId: told.replyId, steps });
    return allowed({ draftId, replyId: told.replyId });
  },
  record: ({ told }, { draftId }) => ({ subject: "draft", subjectId: draftId, detail: told }),
  announce: (_change, { draftId }) => [{ kind: "threads.changed", draftId }],
});

/**
 * Brings in what somebody outside wrote in a Word file of ours: their tracked changes as suggestions and their comments as threads, on the
 * text as it stands now. The file is read, and set beside the text that it was made from, before the text is held.
 */
export async function importReply(actor: Actor, draftId: string, file: { name: string; bytes: Uint8Array } | null): Promise<Outcome<{ draftId: string; replyId: string }>> {
  const db = database();
  const place = await draftPlace(db, draftId);
  if (!place) return missing;
  const permission = may(actor, "draft.suggest", place.thing);
  if (!permission.ok) return permission;
  if (!file || file.bytes.length === 0) return refused("Choose the Word file that came back.", 422, "file");
  const imported = await importDocx(file.bytes);
  if (!imported.ok) return refused(imported.reason, 422, "file");
  const { origin } = imported;
  if (!origin) return refused("This file was not made from this text: it has no mark of an export from here. Send out the file that Export, Word gives, and have the answer written in that file; or import this one as a text of its own.", 422, "file");
  if (origin.draftId !== draftId) {
    const other = await draftPlace(db, origin.draftId);
    const title = other && can(actor, "draft.read", other.thing) ? `${other.document.number} ${other.document.title}` : "another document";
    return refused(`This file was not made from this text but from ${title}. Import it as a reply there.`, 422, "file");
  }
  const rows = origin.version <= place.version ? await draftRows(db, draftId, origin.version) : null;
  if (!rows) return refused("This file was not made from this text as it is stored here. Export the text again, and have the answer written in that file.", 422, "file");
  const sent = workingDoc(rows).doc;
  const went = pendingSuggestions(sent);
  const names = await namesOf(db, went.map(({ author }) => author).filter((author) => !author.startsWith("word:")));
  const isOurs = (author: string, at: string) => went.some((each) => wordAuthor(authorName(each.author, names)) === author && sameMoment(each.at, at));
  const threads = (await threadsOf(db, draftId)).map(({ id, comments }) => ({ id, comments: comments.map(({ author, at, body }) => ({ author: author.name, at: at.toISOString(), body })) }));
  const comments = newComments(imported.comments, threads, (author, at) => isOurs(`word:${author}`, at));
  const threadIds = new Map(comments.fresh.map(({ key }) => [key, randomUUID() as string]));
  const untracked = { author: "word:Changed without tracking", at: (await databaseTime(db)).toISOString() };
  const reply = replyOnto(sent, imported, ({ author, at }) => isOurs(author, at), (key) => threadIds.get(key) ?? null, untracked);
  const fileHash = createHash("sha256").update(file.bytes).digest("hex");
  const fileName = (file.name.split(/[\\/]/).at(-1) ?? "").slice(0, 200);
  return storeReply(actor, { draftId, fileName, fileHash, read: { version: origin.version, reply, threadIds, comments } });
}

function bodyOf({ author, at, body }: { author: string; at: string; body: string }): string {
  return `${author} (from Word, ${wordDay(at)}): ${body}`.slice(0, 10_000);
}

/** One change may be many letters. */
function once<Each extends { what: string; where: string; why: string }>(fallen: readonly Each[]): Each[] {
  return [...new Map(fallen.map((each) => [JSON.stringify(each), each])).values()];
}

function titlesIn(doc: Node): Map<string, string> {
  const titles = new Map<string, string>();
  doc.descendants((node) => {
    if (node.type.name === "clause") titles.set(String(node.attrs.id), node.firstChild?.textContent ?? "");
    return node.type.name === "clause";
  });
  return titles;
}
