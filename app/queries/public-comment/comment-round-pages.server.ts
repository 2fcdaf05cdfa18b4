import { can } from "~/domain/access/may";
import { commentPhaseOf, moveCommentRound } from "~/domain/public-comment/phases";
import { isWaiting } from "~/domain/public-comment/dispositions";
import { personalDetails } from "~/domain/public-comment/personal-details";
import { shortestRound } from "~/domain/public-comment/opening";
import { daysLater, dayOf } from "~/domain/voting/deadline";
import { clausesOf } from "~/editor/numbering";
import type { DocumentNode } from "~/editor/schema/document-node";
import { query } from "~/queries/query.server";
import { commentRoundById, commentRoundsSeen, subjectOf, type CommentRoundRow } from "~/store/comment-rounds.server";
import { databaseTime } from "~/store/database.server";
import { publicCommentById, publicCommentCounts, publicCommentsOf, type PublicCommentRow } from "~/store/public-comments.server";
import { commentsOnPage } from "./comment-round-in-public.server";

/** The program's rounds of public comment: those under way, and those that are over. */
export const commentRoundList = query("comment-round.read", async (db, _input: null, actor) => {
  if (actor.kind !== "person") return { thing: { programId: null }, now: await databaseTime(db), standing: [], over: [] };
  const [now, standing, over] = await Promise.all([databaseTime(db), commentRoundsSeen(db, actor, { standing: true, most: 100 }), commentRoundsSeen(db, actor, { standing: false, most: 50 })]);
  return { thing: { programId: actor.programId }, now, standing: standing.map((round) => ({ ...round, phase: commentPhaseOf({ ...round, now }) })), over };
});

/** What a coordinator sees before the public is asked about a text. */
export const commentOpeningForm = query("comment-round.open", async (db, of: { proposalId: string } | { documentId: string }) => {
  const subject = await subjectOf(db, of);
  if (!subject) return null;
  const { thing, proposal, document, timeZone, earlier } = subject;
  const now = await databaseTime(db);
  return {
    thing,
    proposal: proposal && { id: proposal.id, number: proposal.number, title: proposal.title },
    document: { id: document.id, number: document.number, title: document.title },
    number: earlier.length + 1,
    today: dayOf(now, timeZone),
    suggested: dayOf(daysLater(now, 30, timeZone), timeZone),
    shortest: shortestRound,
  };
});

/** A round for those who answer its comments. */
export const commentRoundPage = query("comment-round.read", async (db, { roundId, page = 1 }: { roundId: string; page?: number }, actor) => {
  const round = await commentRoundById(db, roundId);
  if (!round) return null;
  const { thing } = round;
  const now = await databaseTime(db);
  const phase = commentPhaseOf({ ...round, now });
  const skip = (page - 1) * commentsOnPage;
  const [comments, counts] = await Promise.all([publicCommentsOf(db, roundId, { skip, most: commentsOnPage }), publicCommentCounts(db, roundId)]);
  const when = (move: "extend" | "close" | "withdraw" | "answer" | "hide") => moveCommentRound(phase, move).ok;
  return {
    thing,
    now,
    round: roundFacts(round, now),
    comments: comments.map((comment, at) => ({ ...commentFacts(round, comment), number: skip + at + 1 })),
    counts,
    page,
    pages: Math.max(1, Math.ceil(counts.comments / commentsOnPage)),
    may: {
      extend: when("extend") && can(actor, "comment-round.extend", thing),
      close: when("close") && can(actor, "comment-round.close", thing),
      withdraw: when("withdraw") && can(actor, "comment-round.withdraw", thing),
      answer: when("answer") && can(actor, "public-comment.answer", thing),
      hide: when("hide") && can(actor, "public-comment.hide", thing),
    },
  };
});

/** One comment, to be answered or hidden. */
export const publicCommentForm = query("comment-round.read", async (db, { commentId }: { commentId: string }) => {
  const comment = await publicCommentById(db, commentId);
  const round = comment && (await commentRoundById(db, comment.roundId));
  if (!comment || !round) return null;
  const { salt: _salt, roundId: _roundId, ...shown } = comment;
  return { thing: round.thing, round: roundFacts(round, await databaseTime(db)), comment: commentFacts(round, shown) };
});

function roundFacts(round: CommentRoundRow, now: Date) {
  const { id, number, question, opensAt, closesAt, closedAt, withdrawnReason, timeZone, document, proposal, hash } = round;
  return {
    id,
    number,
    question,
    opensAt,
    closesAt,
    closedAt,
    withdrawnReason,
    timeZone,
    hash,
    phase: commentPhaseOf({ ...round, now }),
    document: { id: document.id, number: document.number, title: document.title },
    proposal: proposal && { id: proposal.id, number: proposal.number, title: proposal.title },
    lastDay: dayOf(closesAt, timeZone),
  };
}

function commentFacts(round: CommentRoundRow, comment: PublicCommentRow) {
  const clause = clausesOf(round.content as DocumentNode).find(({ id }) => id === comment.clauseId);
  return { ...comment, clause: clause ? { number: clause.number, title: clause.title } : null, waiting: isWaiting(comment), doubts: personalDetails(comment.body).map(({ what, words }) => `${what}: ${words}`) };
}
