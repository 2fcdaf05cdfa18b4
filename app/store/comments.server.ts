import type { Database } from "./database.server";
import { thingOfProposal } from "./voting.server";

export async function proposalToDiscuss(db: Database, proposalId: string) {
  const proposal = await db.proposal.findUnique({
    where: { id: proposalId },
    select: { id: true, programId: true, number: true, title: true, authorId: true, document: { select: { organizationId: true, visibility: true } } },
  });
  return proposal && { ...proposal, thing: thingOfProposal(proposal) };
}

/** The comment that a reply belongs under: threads are one level deep, so a reply to a reply joins its thread. */
export async function threadOf(db: Database, proposalId: string, commentId: string) {
  const comment = await db.comment.findFirst({ where: { id: commentId, proposalId }, select: { id: true, parentId: true } });
  return comment && (comment.parentId ?? comment.id);
}

export async function createComment(db: Database, comment: { programId: string; proposalId: string; parentId: string | null; authorId: string; body: string; at: Date }): Promise<{ id: string }> {
  return db.comment.create({ data: comment, select: { id: true } });
}

/** Who has written in a thread, to tell them of an answer. */
export async function writersIn(db: Database, threadId: string): Promise<string[]> {
  const comments = await db.comment.findMany({ where: { OR: [{ id: threadId }, { parentId: threadId }] }, select: { authorId: true } });
  return comments.map(({ authorId }) => authorId);
}

export async function discussionOf(db: Database, proposalId: string) {
  const comments = await db.comment.findMany({
    where: { proposalId },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    select: { id: true, parentId: true, body: true, at: true, author: { select: { id: true, name: true, organization: { select: { name: true, group: { select: { name: true, shortName: true, shape: true, colour: true } } } } } } },
  });
  const written = comments.map(({ author, ...comment }) => ({
    ...comment,
    author: { id: author.id, name: author.name, organization: author.organization.name, group: author.organization.group },
  }));
  return written
    .filter(({ parentId }) => parentId === null)
    .map((comment) => ({ ...comment, replies: written.filter(({ parentId }) => parentId === comment.id) }));
}

export type Discussion = Awaited<ReturnType<typeof discussionOf>>;
