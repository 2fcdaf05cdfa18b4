import { randomUUID } from "node:crypto";
import { beginThread } from "~/commands/comments/begin-thread.server";
import { writeComment } from "~/commands/comments/write-comment.server";
import { makeDecision } from "~/commands/decisions/make-decision.server";
import { receiveSteps } from "~/commands/drafting/receive-steps.server";
import { openProposal } from "~/commands/proposals/open-proposal.server";
import { castVote } from "~/commands/voting/cast-vote.server";
import { closeRound } from "~/commands/voting/close-round.server";
import { openRound } from "~/commands/voting/open-round.server";
import type { Actor } from "~/domain/access/may";
import { dayIn } from "~/domain/library/in-force";
import type { DocumentNode } from "~/editor/schema/document-node";
import { pendingSuggestions } from "~/editor/suggestions/pending";
import { workingDoc, wholeReplacement } from "~/editor/working-text";
import { database } from "~/store/database.server";
import { decisionsAwaiting, draftOf } from "~/store/demonstration.server";
import { draftRows } from "~/store/drafting.server";
import { done } from "./done";
import { timeZone, type PersonKey } from "./people";
import { signing } from "./signing";
import { stepsFor, type Wish } from "./suggestions";
import { textOf, type Clause } from "./texts";

export type Member = Extract<Actor, { kind: "person" }>;

export type Members = Record<PersonKey, Member>;

export async function propose(author: Member, documentId: string, text: readonly Clause[], said: { clauseId: string; title: string; why: string; affected: string; evidence?: string; cost?: string; trainingImpact?: string }): Promise<string> {
  const { id: proposalId } = done(await openProposal(author, { documentId, ...said }));
  await write(author, { proposalId }, text);
  return proposalId;
}

/** Writes a text into a draft as its author would: as a step through the same door. */
export async function write(author: Member, of: { documentId: string } | { proposalId: string }, clauses: readonly Clause[]): Promise<string> {
  return writeText(author, of, textOf(clauses));
}

export async function writeText(author: Member, of: { documentId: string } | { proposalId: string }, content: DocumentNode): Promise<string> {
  const { draftId, thing } = await draftOf(database(), of);
  const rows = await draftRows(database(), draftId);
  if (!rows) throw new Error("There is no such draft.");
  const { version, doc } = workingDoc(rows);
  const replacement = wholeReplacement(doc, content);
  if (replacement && !done(await receiveSteps(draftId, thing, version, [{ actor: author, batchId: randomUUID(), steps: [replacement.step] }]))) throw new Error("The text was not stored.");
  return draftId;
}

/** Suggests a change as its author would: through the same ruling and the same door. With `why`, the author gives a reason. */
export async function suggest(author: Member, of: { documentId: string } | { proposalId: string }, wish: Wish, why = ""): Promise<void> {
  const { draftId, thing } = await draftOf(database(), of);
  const rows = await draftRows(database(), draftId);
  if (!rows) throw new Error("There is no such draft.");
  const { version, doc } = workingDoc(rows);
  const steps = stepsFor(doc, author.personId, wish);
  if (!done(await receiveSteps(draftId, thing, version, [{ actor: author, pen: "suggest", batchId: randomUUID(), steps }]))) throw new Error("The suggestion was not stored.");
  if (!why) return;
  const earlier = new Set(pendingSuggestions(doc).map(({ id }) => id));
  const after = await draftRows(database(), draftId);
  const suggestion = after && pendingSuggestions(workingDoc(after).doc).find(({ id }) => !earlier.has(id));
  if (suggestion) done(await beginThread(author, { draftId, suggestionId: suggestion.id, body: why }));
}

export async function say(author: Member, proposalId: string, body: string): Promise<void> {
  done(await writeComment(author, { proposalId, body }));
}

type Choice = "consent" | "object" | "abstain";

export async function vote(members: Members, proposalId: string, choices: Partial<Record<PersonKey, Choice>>, objection = ""): Promise<string> {
  const { roundId } = done(await openRound(members.coordinator, { proposalId }));
  for (const [key, choice] of Object.entries(choices) as [PersonKey, Choice][])
    done(await castVote(members[key], { roundId, requestId: randomUUID(), choice, reason: choice === "object" ? objection : "" }));
  done(await closeRound(members.coordinator, { roundId }));
  return roundId;
}

export async function decide(members: Members, of: { documentId: string } | { proposalId: string }, move: string, reasons: string): Promise<void> {
  const heads = [members.chief, members.sheriff];
  for (const { id, organizationId } of await decisionsAwaiting(database(), of)) {
    const head = heads.find((one) => one.organizationId === organizationId);
    if (head) done(await makeDecision(head, { decisionId: id, move, reasons, effectiveFrom: dayIn(timeZone, new Date()), ...(await signing(head)) }));
  }
}
