import { readRoles } from "~/domain/access/roles";
import type { Mentioned } from "~/domain/comments/mentions";
import type { Database } from "./database.server";

export type NewThread = {
  id: string;
  programId: string;
  draftId: string;
  clauseId: string | null;
  quote: string;
  atVersion: number;
  suggestionId?: string | null;
  carriedFromId?: string | null;
  startedById: string;
  startedAt: Date;
};
export type NewRemark = { programId: string; threadId: string; authorId: string; body: string; at: Date } & Mentioned;

export async function insertThread(db: Database, thread: NewThread): Promise<void> {
  await db.thread.create({ data: thread });
}

export async function insertRemark(db: Database, { personIds, groupIds, ...remark }: NewRemark): Promise<{ id: string }> {
  const mentions = [...personIds.map((personId) => ({ personId })), ...groupIds.map((groupId) => ({ groupId }))];
  return db.comment.create({ data: { ...remark, mentions: { createMany: { data: mentions } } }, select: { id: true } });
}

/** A thread, held to the end of the transaction: two people who resolve it at once come one after the other. */
export async function lockThread(db: Database, threadId: string) {
  await db.$queryRaw`select 1 from "Thread" where "id" = ${threadId} for update`;
  return db.thread.findUnique({
    where: { id: threadId },
    select: { id: true, draftId: true, programId: true, clauseId: true, quote: true, atVersion: true, suggestionId: true, startedById: true, assignedToId: true, resolvedAt: true },
  });
}

/** Null for `by` opens it again. */
export async function setResolved(db: Database, threadId: string, by: string | null, at: Date): Promise<void> {
  await db.thread.update({ where: { id: threadId }, data: { resolvedById: by, resolvedAt: by === null ? null : at } });
}

/** Resolves the open threads on suggestions that are decided now. */
export async function resolveOnSuggestions(db: Database, { draftId, suggestionIds, by, at }: { draftId: string; suggestionIds: readonly string[]; by: string; at: Date }): Promise<void> {
  await db.thread.updateMany({ where: { draftId, suggestionId: { in: [...suggestionIds] }, resolvedAt: null }, data: { resolvedById: by, resolvedAt: at } });
}

export async function setAssigned(db: Database, threadId: string, personId: string | null): Promise<void> {
  await db.thread.update({ where: { id: threadId }, data: { assignedToId: personId } });
}

/** The thread is about other words from now on. */
export async function setPlace(db: Database, threadId: string, place: { clauseId: string; quote: string; atVersion: number }): Promise<void> {
  await db.thread.update({ where: { id: threadId }, data: place });
}

/** What is stored of where each thread of a text stands. */
export async function threadRows(db: Database, draftId: string) {
  return db.thread.findMany({
    where: { draftId },
    orderBy: { startedAt: "asc" },
    select: { id: true, clauseId: true, quote: true, atVersion: true, suggestionId: true, resolvedAt: true, carriedFromId: true },
  });
}

const person = { select: { id: true, name: true, organization: { select: { name: true, group: { select: { name: true, shortName: true, shape: true, colour: true } } } } } } as const;
const remarks = { orderBy: { at: "asc" }, select: { id: true, body: true, at: true, author: person, mentions: { select: { personId: true, groupId: true } } } } as const;
const named = { select: { id: true, name: true } } as const;
const threadColumns = {
  id: true, draftId: true, clauseId: true, quote: true, atVersion: true, suggestionId: true, carriedFromId: true, startedAt: true, resolvedAt: true,
  startedBy: named, assignedTo: named, resolvedBy: named, comments: remarks,
} as const;

/** The threads of a text with what was said in them; one that was carried over begins with what was said before that. */
export async function threadsOf(db: Database, draftId: string) {
  const threads = await db.thread.findMany({ where: { draftId }, orderBy: { startedAt: "asc" }, select: threadColumns });
  const known = new Map(threads.map((thread) => [thread.id, thread]));
  for (let wanted = missingIn(known); wanted.length > 0; wanted = missingIn(known)) {
    const earlier = await db.thread.findMany({ where: { id: { in: wanted } }, select: threadColumns });
    if (earlier.length === 0) break;
    for (const thread of earlier) known.set(thread.id, thread);
  }
  return threads.map((thread) => {
    const chain = [thread];
    for (let first = thread.carriedFromId; first !== null; ) {
      const earlier = known.get(first);
      if (!earlier || chain.includes(earlier)) break;
      chain.unshift(earlier);
      first = earlier.carriedFromId;
    }
    const [root = thread] = chain;
    const said = chain.flatMap(({ comments }, at) => {
      const until = chain[at + 1]?.startedAt;
      return comments.filter((comment) => until === undefined || comment.at <= until).map(({ author, ...comment }) => ({ ...comment, author: writer(author), carried: at < chain.length - 1 }));
    });
    const { comments: _own, ...shown } = thread;
    return { ...shown, startedBy: root.startedBy, startedAt: root.startedAt, carried: chain.length > 1, origin: { draftId: root.draftId, atVersion: root.atVersion, clauseId: root.clauseId }, comments: said };
  });
}

export type StoredThread = Awaited<ReturnType<typeof threadsOf>>[number];

/** How many open threads came from earlier texts of a document, by the working texts that they went along to, the newest first. */
export async function carriedOnto(db: Database, documentId: string) {
  const threads = { carriedFromId: { not: null }, resolvedAt: null };
  const drafts = await db.draft.findMany({
    where: { documentId, frozen: false, threads: { some: threads } },
    orderBy: { createdAt: "desc" },
    take: 20,
    select: { id: true, proposal: { select: { number: true, title: true } }, _count: { select: { threads: { where: threads } } } },
  });
  return drafts.map(({ id, proposal, _count }) => ({ draftId: id, count: _count.threads, proposal }));
}

function missingIn(known: ReadonlyMap<string, { carriedFromId: string | null }>): string[] {
  return [...known.values()].flatMap(({ carriedFromId }) => (carriedFromId !== null && !known.has(carriedFromId) ? [carriedFromId] : []));
}

function writer({ id, name, organization }: { id: string; name: string; organization: { name: string; group: { name: string; shortName: string; shape: string; colour: string } } }) {
  return { id, name, organization: organization.name, group: organization.group };
}

/** Everybody who has written in a thread, began it or has it to do. */
export async function listenersOf(db: Database, threadId: string): Promise<string[]> {
  const thread = await db.thread.findUnique({ where: { id: threadId }, select: { startedById: true, assignedToId: true, comments: { select: { authorId: true } } } });
  return thread ? [thread.startedById, ...(thread.assignedToId ? [thread.assignedToId] : []), ...thread.comments.map(({ authorId }) => authorId)] : [];
}

/** The members of a program who are not suspended, and its groups, to call by name; as `may` asks for them. */
export async function membersOf(db: Database, programId: string) {
  const [people, groups] = await Promise.all([
    db.person.findMany({ where: { programId, suspendedAt: null }, orderBy: { name: "asc" }, select: { id: true, name: true, roles: true, organizationId: true, organization: { select: { name: true, groupId: true } } } }),
    db.group.findMany({ where: { programId }, orderBy: { position: "asc" }, select: { id: true, name: true, shortName: true } }),
  ]);
  return {
    groups,
    people: people.map(({ id: personId, name, roles, organizationId, organization }) => ({
      kind: "person" as const, personId, name, programId, organizationId, organizationName: organization.name, groupId: organization.groupId, roles: readRoles(roles),
    })),
  };
}

export type Member = Awaited<ReturnType<typeof membersOf>>["people"][number];

/** The working texts that led to an edition, newest first: that of its proposal or document, that of the edition before, and so on. */
export async function draftsBehind(db: Database, editionId: string): Promise<string[]> {
  const drafts: string[] = [];
  for (let draft = await draftBehind(db, editionId); draft && !drafts.includes(draft.id); draft = draft.baseEditionId ? await draftBehind(db, draft.baseEditionId) : null) drafts.push(draft.id);
  return drafts;
}

async function draftBehind(db: Database, editionId: string): Promise<{ id: string; baseEditionId: string | null } | null> {
  const edition = await db.edition.findUnique({ where: { id: editionId }, select: { documentId: true, proposalId: true } });
  if (!edition) return null;
  const which = edition.proposalId ? { proposal: { id: edition.proposalId } } : { documentId: edition.documentId, proposal: null };
  return db.draft.findFirst({ where: which, orderBy: { createdAt: "desc" }, select: { id: true, baseEditionId: true } });
}

/** The threads of several texts, with the first thread of the chain that each was carried along. */
export async function threadsIn(db: Database, draftIds: readonly string[]) {
  const threads = await db.thread.findMany({
    where: { draftId: { in: [...draftIds] } },
    orderBy: { startedAt: "asc" },
    select: { id: true, draftId: true, programId: true, clauseId: true, quote: true, suggestionId: true, carriedFromId: true, startedById: true, resolvedAt: true, assignedToId: true },
  });
  const carriedFrom = new Map(threads.map(({ id, carriedFromId }) => [id, carriedFromId]));
  let wanted = unknownIn(carriedFrom);
  while (wanted.length > 0) {
    const earlier = await db.thread.findMany({ where: { id: { in: wanted } }, select: { id: true, carriedFromId: true } });
    for (const { id, carriedFromId } of earlier) carriedFrom.set(id, carriedFromId);
    for (const id of wanted) if (!carriedFrom.has(id)) carriedFrom.set(id, null);
    wanted = unknownIn(carriedFrom);
  }
  const rootOf = (id: string): string => {
    const seen = new Set<string>();
    let root = id;
    for (let from = carriedFrom.get(root); from && !seen.has(from); from = carriedFrom.get(root)) {
      seen.add(from);
      root = from;
    }
    return root;
  };
  return threads.map((thread) => ({ ...thread, rootId: rootOf(thread.id) }));
}

function unknownIn(carriedFrom: ReadonlyMap<string, string | null>): string[] {
  return [...carriedFrom.values()].flatMap((id) => (id !== null && !carriedFrom.has(id) ? [id] : []));
}

/** What is still open on the texts that led to an edition, each thread where it was carried to last. */
export async function openThreadsBehind(db: Database, editionId: string) {
  const drafts = await draftsBehind(db, editionId);
  const threads = await threadsIn(db, drafts);
  const newest = new Map<string, (typeof threads)[number]>();
  for (const draftId of [...drafts].reverse()) for (const thread of threads) if (thread.draftId === draftId) newest.set(thread.rootId, thread);
  return [...newest.values()].filter(({ resolvedAt, suggestionId }) => resolvedAt === null && suggestionId === null);
}

export async function insertCarried(db: Database, threads: readonly (NewThread & { assignedToId: string | null })[]): Promise<void> {
  await db.thread.createMany({ data: [...threads] });
}

export async function threadSeen(db: Database, threadId: string) {
  return db.thread.findUnique({ where: { id: threadId }, select: { id: true, draftId: true, quote: true } });
}
