import { commentPhaseOf, type CommentPhase } from "~/domain/public-comment/phases";
import { clausesOf } from "~/editor/numbering";
import { redline } from "~/editor/redline";
import type { DocumentNode } from "~/editor/schema/document-node";
import { query } from "~/queries/query.server";
import { commentRoundById, publicCommentRounds, type CommentRoundRow } from "~/store/comment-rounds.server";
import { databaseTime, type Database } from "~/store/database.server";
import { frozenTextContent } from "~/store/documents.server";
import { publicCommentByReference, publicCommentCounts, publicCommentsOf } from "~/store/public-comments.server";
import { shownComment } from "./shown-comment";

export const commentsOnPage = 50;

/** A round as everybody may read it: the text, and each comment with its answer. */
export const commentRoundInPublic = query("edition.read", async (db, { roundId, page = 1 }: { roundId: string; page?: number }) => {
  const round = await commentRoundById(db, roundId);
  if (!round || round.state === "withdrawn") return null;
  const now = await databaseTime(db);
  const skip = (page - 1) * commentsOnPage;
  const [comments, counts] = await Promise.all([publicCommentsOf(db, roundId, { skip, most: commentsOnPage }), publicCommentCounts(db, roundId)]);
  return {
    thing: inPublic(round),
    now,
    round: publicRound(round, now),
    content: round.content as DocumentNode,
    change: await changeAsked(db, round),
    clauses: clausesOf(round.content as DocumentNode).map(({ id, number, title }) => ({ id, number, title })),
    comments: comments.map((comment, at) => shownComment(comment, skip + at + 1)),
    counts,
    page,
    pages: Math.max(1, Math.ceil(counts.comments / commentsOnPage)),
  };
});

/** One comment with its answer, at the address that its writer was shown. */
export const publicCommentPage = query("edition.read", async (db, { reference }: { reference: string }) => {
  const found = await publicCommentByReference(db, reference);
  const round = found && (await commentRoundById(db, found.roundId));
  if (!found || !round || round.state === "withdrawn") return null;
  const now = await databaseTime(db);
  const { roundId: _roundId, ...comment } = found;
  const clause = clausesOf(round.content as DocumentNode).find(({ id }) => id === comment.clauseId);
  return { thing: inPublic(round), now, round: publicRound(round, now), comment: shownComment(comment, 0), clause: clause ? { number: clause.number, title: clause.title } : null };
});

/** The rounds that the public is asked in now, and the last that were answered. */
export const commentRoundsInPublic = query("edition.read", async (db, _input: null) => {
  const [now, standing, closed] = await Promise.all([databaseTime(db), publicCommentRounds(db, "standing", 100), publicCommentRounds(db, "closed", 100)]);
  return { thing: { programId: null }, now, standing: standing.map((round) => ({ ...round, phase: commentPhaseOf({ ...round, now }) })), closed };
});

/** What the proposal would change in its edition, where everybody may read that edition. */
async function changeAsked(db: Database, { proposal, document, content }: CommentRoundRow) {
  if (!proposal || document.visibility !== "public") return null;
  const { number, frozenTextId } = proposal.baseEdition;
  return { edition: number, redline: redline((await frozenTextContent(db, frozenTextId)) as DocumentNode, content as DocumentNode) };
}

function inPublic({ programId, document }: CommentRoundRow) {
  return { programId, organizationId: document.organizationId, visibility: "public" as const };
}

function publicRound({ id, number, question, opensAt, closesAt, closedAt, document, proposal, timeZone, program, hash, ...round }: CommentRoundRow, now: Date) {
  const phase: CommentPhase = commentPhaseOf({ ...round, opensAt, closesAt, now });
  return {
    id,
    number,
    question,
    opensAt,
    closesAt,
    closedAt,
    phase,
    timeZone,
    program,
    hash,
    document: { number: document.number, title: document.title },
    proposal: proposal && { number: proposal.number, title: proposal.title, why: proposal.why, affected: proposal.affected },
  };
}
