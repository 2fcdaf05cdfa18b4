import { z } from "zod";
import { command } from "~/commands/command.server";
import { plainDay } from "~/domain/access/words";
import { allowed, refused } from "~/domain/access/ruling";
import { commentOpeningRuling } from "~/domain/public-comment/opening";
import { dayOf } from "~/domain/voting/deadline";
import { hashOf } from "~/editor/canonical.server";
import { plainText } from "~/editor/plain-text";
import { cleanText } from "~/editor/suggestions/clean-text";
import { pendingSuggestions } from "~/editor/suggestions/pending";
import { workingDoc } from "~/editor/working-text";
import { createCommentRound, lockSubject } from "~/store/comment-rounds.server";
import { draftRows } from "~/store/drafting.server";
import { tell } from "~/store/notices.server";
import { isPerson } from "~/store/voting.server";

/** Asks the public about a text, from one day to another. The text is kept as it stands, so that every comment is on the words that were read. */
export const openCommentRound = command("comment-round.open", {
  input: z.strictObject({
    proposalId: z.string().max(200).default(""),
    documentId: z.string().max(200).default(""),
    question: z.string().trim().max(2_000, "Keep this below 2,000 characters.").default(""),
    opensOn: plainDay("Choose the first day."),
    closesOn: plainDay("Choose the last day."),
  }),
  load: async (db, { proposalId, documentId }) => {
    const subject = await lockSubject(db, proposalId ? { proposalId } : { documentId });
    const rows = subject && (await draftRows(db, subject.draftId));
    if (!subject || !rows) return null;
    const { doc } = workingDoc(rows);
    const content = cleanText(doc);
    return { ...subject, content, frozen: rows.frozen, undecided: pendingSuggestions(doc).length };
  },
  rule: ({ document, proposal, frozen, earlier, content, undecided, timeZone }, { opensOn, closesOn, question }, { now }) => {
    const ruling = commentOpeningRuling(
      { document, proposalStage: proposal?.stage ?? null, frozen, earlier: earlier.map(({ state }) => ({ closed: state === "closed" })), words: plainText(content), undecided, today: dayOf(now, timeZone), now, timeZone },
      { opensOn, closesOn },
    );
    return ruling.ok ? allowed({ ...ruling.value, question, hash: hashOf(content) }) : ruling;
  },
  save: async (db, { number, opensAt, closesAt, question, hash }, { actor, now }, { document, proposal, subjectId, content }) => {
    if (!isPerson(actor)) return refused("Only a coordinator asks the public.", 403);
    const round = { programId: document.programId, documentId: document.id, proposalId: proposal?.id ?? null, subjectId, number, question, opensAt, closesAt, openedById: actor.personId };
    const { id: roundId } = await createCommentRound(db, { ...round, content, hash, at: now });
    if (proposal)
      await tell(db, { programId: document.programId, personIds: [proposal.authorId].filter((id) => id !== actor.personId), body: `The public is asked about proposal ${proposal.number}, ${proposal.title}.`, path: `/comment-rounds/${roundId}`, cause: `comment-round.open:${roundId}` });
    return allowed({ roundId });
  },
  record: ({ number, opensAt, closesAt, hash }, { roundId }, { subjectId, proposal }) => ({ subject: proposal ? "proposal" : "document", subjectId, detail: { roundId, number, opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString(), hash } }),
});
