import { randomUUID } from "node:crypto";
import { z } from "zod";
import { command } from "~/commands/command.server";
import { loadSuggestions } from "~/commands/drafting/load-suggestions.server";
import { allowed, refused, type Ruling } from "~/domain/access/ruling";
import { textIsFrozen } from "~/domain/drafting/frozen";
import { amendable, moveAmendment } from "~/domain/proposals/amendments";
import { readProposalStage } from "~/domain/proposals/stages";
import { proposalThing } from "~/domain/proposals/thing";
import { amendClause, sameWords, wordsToAmend } from "~/editor/amended-clause";
import { lockGuard } from "~/editor/lock-guard";
import { clausesOf } from "~/editor/numbering";
import { cleanText } from "~/editor/suggestions/clean-text";
import { type amendmentRow, lockAmendment, saveAnswer } from "~/store/amendments.server";
import { appendServerSteps } from "~/store/drafting.server";
import { tell } from "~/store/notices.server";

const input = z
  .strictObject({
    amendmentId: z.string(),
    verdict: z.enum(["accept", "refuse"], { error: "Accept it or refuse it." }),
    answer: z.string().trim().max(4000, "Keep the answer below 4,000 characters.").default(""),
  })
  .refine(({ verdict, answer }) => verdict === "accept" || answer !== "", { path: ["answer"], error: "Say why you refuse it. Who offered it reads this." });

/** Accepts an amendment, whose words then stand in the proposal as words of who offered them, or refuses it with a reason. */
export const answerAmendment = command("amendment.answer", {
  input,
  load: async (db, { amendmentId }) => {
    const held = await lockAmendment(db, amendmentId);
    const text = held && (await loadSuggestions(db, held.proposal.draftId));
    return held && text && { ...held, thing: proposalThing(held.proposal), text };
  },
  rule: (loaded, { verdict, answer }, { actor, now }) => {
    if (actor.kind !== "person") return refused("Only a person answers an amendment.", 403);
    const { proposal, amendment } = loaded;
    const open = amendable({ stage: readProposalStage(proposal.stage), byRules: proposal.charterRules !== null });
    if (!open.ok) return open;
    const moved = moveAmendment(amendment.state, verdict);
    if (!moved.ok) return moved;
    const steps = verdict === "accept" ? stepsTaken(loaded, actor.personId, now) : allowed([]);
    return steps.ok ? allowed({ to: moved.value, answer, steps: steps.value, by: actor }) : steps;
  },
  save: async (db, { to, answer, steps, by }, { now }, { proposal, amendment, text }) => {
    if (!(await saveAnswer(db, { id: amendment.id, from: amendment.state, to, answer, answeredById: by.personId, answeredAt: now }))) return refused("Somebody answered this amendment a moment ago. Read the page again.");
    if (steps.length > 0) await appendServerSteps(db, { draftId: proposal.draftId, after: text.version, authorId: amendment.author.id, batchId: randomUUID(), steps });
    await tell(db, {
      programId: proposal.programId,
      personIds: [amendment.author.id].filter((personId) => personId !== by.personId),
      body: `${by.name}, ${by.organizationName}, ${to === "accepted" ? "accepted" : "refused"} your amendment to proposal ${proposal.number}, ${proposal.title}.${to === "refused" ? " You can make a proposal of your own of it." : ""}`.slice(0, 500),
      path: `/proposals/${proposal.id}#amendment-${amendment.id}`,
      cause: `amendment.answer:${amendment.id}`,
    });
    return allowed({ proposalId: proposal.id, amendmentId: amendment.id });
  },
  record: ({ to, answer }, { proposalId, amendmentId }, { amendment }) => ({ subject: "proposal", subjectId: proposalId, detail: { amendmentId, number: amendment.number, verdict: to, answer } }),
});

type Loaded = { amendment: NonNullable<Awaited<ReturnType<typeof amendmentRow>>>; text: NonNullable<Awaited<ReturnType<typeof loadSuggestions>>> };

/** The steps that put the words into the text as it stands now, for somebody who may change that clause. */
function stepsTaken({ amendment: { clauseId, was, words }, text }: Loaded, personId: string, now: Date): Ruling<unknown[]> {
  if (text.frozen) return refused(textIsFrozen);
  const clause = clausesOf(cleanText(text.doc)).find(({ id }) => id === clauseId);
  if (!clause) return refused("The clause is no longer in the proposal. Refuse the amendment, and say so.");
  if (text.pending.some((suggestion) => suggestion.clauseId === clauseId)) return refused(`Suggestions in clause ${clause.number} are not decided yet. Accept or reject them under Suggestions, then answer the amendment.`);
  const stands = wordsToAmend(clause.ownContent);
  if (stands === null || !sameWords(stands, was)) return refused(`Clause ${clause.number} was changed after this amendment was offered, so its words would go over newer ones. Refuse it with this reason, or write what you take from it in the text yourself.`);
  const amended = amendClause(text.doc, clauseId, words);
  if (!amended) return refused("The clause is no longer in the proposal. Refuse the amendment, and say so.");
  const locked = lockGuard(text.locks, personId, () => now.getTime())(text.doc, amended.doc);
  if (locked) return refused(`${locked}.`);
  amended.doc.check();
  return allowed(amended.steps.map((step) => step.toJSON() as unknown));
}
