import { proofOf } from "~/domain/records/bundle";
import type { Tally } from "~/domain/voting/tally";
import type { BundleFacts } from "~/editor/export/bundle/bundle-files.server";
import type { DocumentNode } from "~/editor/schema/document-node";
import { cleanText } from "~/editor/suggestions/clean-text";
import { workingDoc } from "~/editor/working-text";
import { hashOf } from "~/editor/canonical.server";
import { decisionsForBundle, editionForBundle, proposalForBundle, recordsAbout } from "~/store/bundles.server";
import type { Database } from "~/store/database.server";
import { draftRows } from "~/store/drafting.server";
import { firstHeadCovering, recordHashes } from "~/store/records-heads.server";

type Asked = { proposalId: string } | { documentId: string; edition: number };
type Decision = Awaited<ReturnType<typeof decisionsForBundle>>[number];
type Proposal = NonNullable<Awaited<ReturnType<typeof proposalForBundle>>>["proposal"];

/** Everything about one matter, as it stands, with the proof of its records. */
export async function loadBundle(db: Database, asked: Asked) {
  const byEdition = "edition" in asked ? await editionForBundle(db, asked.documentId, asked.edition) : null;
  if ("edition" in asked && !byEdition) return null;
  const proposalId = "proposalId" in asked ? asked.proposalId : byEdition?.edition.proposalId;
  const byProposal = proposalId ? await proposalForBundle(db, proposalId) : null;
  const found = byProposal ?? byEdition;
  if (!found) return null;
  const proposal = byProposal?.proposal ?? null;
  const { document, thing } = found;
  const text = proposal ? await textOfProposal(db, proposal) : textOfEdition(byEdition);
  const decisions = proposal ? await decisionsForBundle(db, { proposalId: proposal.id }) : byEdition ? await decisionsForBundle(db, { frozenTextId: byEdition.edition.frozenText.id }) : [];
  const edition = proposal?.rounds.find(({ frozenText }) => frozenText?.edition)?.frozenText?.edition ?? byEdition?.edition ?? null;
  const subjects = [...(proposal ? [proposal.id, proposal.draftId, ...proposal.rounds.map(({ id }) => id)] : [document.id]), ...decisions.flatMap(({ id, stages }) => [id, ...stages.map((stage) => stage.id)])];
  const facts: BundleFacts = {
    program: document.program.name,
    document: { number: document.number, title: document.title },
    proposal: proposal && whoAndWhy(proposal),
    edition: edition && { number: edition.number, hash: edition.hash, createdAt: edition.createdAt.toISOString() },
    text,
    before: proposal && { edition: proposal.baseEdition.number, hash: proposal.baseEdition.hash, content: proposal.baseEdition.frozenText.content as DocumentNode },
    rounds: proposal?.rounds.map(roundFacts) ?? [],
    commentRounds: proposal?.commentRounds.map(commentFacts) ?? [],
    decisions: decisions.map(decisionFacts),
    proof: await proofFor(db, document.programId, subjects),
  };
  return { thing, facts };
}

async function proofFor(db: Database, programId: string, subjectIds: readonly string[]) {
  const records = await recordsAbout(db, programId, subjectIds);
  const last = records.at(-1)?.sequence ?? 0;
  // The oldest head that covers them all: it stays the same, so the bundle stays the same. Until one is signed, the tree ends with the last of them.
  const head = last > 0 ? await firstHeadCovering(db, programId, last) : null;
  return proofOf(records, await recordHashes(db, programId, head?.sequence ?? last), head);
}

async function textOfProposal(db: Database, { rounds, draftId }: Proposal) {
  const voted = rounds.findLast(({ state }) => state !== "voided")?.frozenText;
  if (voted) return { content: voted.content as DocumentNode, hash: voted.hash, at: voted.frozenAt.toISOString() };
  const rows = await draftRows(db, draftId);
  const content = rows ? cleanText(workingDoc(rows).doc) : { type: "doc", content: [] };
  return { content, hash: hashOf(content), at: new Date(0).toISOString() };
}

function textOfEdition(found: Awaited<ReturnType<typeof editionForBundle>>) {
  const text = found?.edition.frozenText;
  return { content: (text?.content ?? { type: "doc", content: [] }) as DocumentNode, hash: text?.hash ?? "", at: (text?.frozenAt ?? new Date(0)).toISOString() };
}

function whoAndWhy({ number, title, stage, why, affected, evidence, cost, trainingImpact, author, createdAt }: Proposal) {
  return { number, title, stage, why, affected, evidence, cost, trainingImpact, author: `${author.name}, ${author.organization.name}`, openedAt: createdAt.toISOString() };
}

/** A round by group. Names stay out of a bundle, and so do the votes of a round that is open or voided, and the reasons of a secret one. */
function roundFacts({ id: _id, roll, frozenText, charter, result, state, outcome, dissents, ...round }: Proposal["rounds"][number]) {
  const counted = state === "closed";
  const groups = [...new Set(roll.map(({ groupName }) => groupName))].map((group) => ({ group, seats: roll.filter(({ groupName }) => groupName === group).length, filled: roll.filter(({ groupName, personId }) => groupName === group && personId !== null).length }));
  const reasons = roll.flatMap(({ groupName: group, vote }) => (counted && !round.secret && vote && vote.reason ? [{ group, choice: vote.choice, reason: vote.reason }] : []));
  const sorted = reasons.sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
  return { ...iso(round), state, hash: frozenText?.hash ?? null, charter: { version: charter.version, rules: charter.rules }, roll: groups, tally: counted ? (result as Tally | null) : null, reasons: sorted, outcome: outcome && iso(outcome), dissents: dissents.map(iso) };
}

/** What an agency answered: the stages that its text went through, and each text of its own with what was changed and why. */
function decisionFacts({ id: _id, organization, decidedBy, frozenText, stages, texts, changeComments, ...decision }: Decision) {
  return {
    ...iso(decision),
    agency: organization.name,
    decidedBy: decidedBy?.name ?? null,
    hash: frozenText.hash,
    stages: stages.map(({ id: _stageId, signatures, ...stage }) => ({ ...iso(stage), signatures: signatures.map(({ person, ...signature }) => ({ ...iso(signature), organization: person.organization.name })) })),
    changes: texts.map(({ frozenText: own, ...text }) => ({ ...iso(text), hash: own.hash, text: own.content as unknown as DocumentNode })),
    comments: changeComments.map(({ author, ...comment }) => ({ ...iso(comment), organization: author.organization.name })),
  };
}

function commentFacts({ id: _id, comments, frozenText, ...round }: Proposal["commentRounds"][number]) {
  return {
    ...iso(round),
    hash: frozenText.hash,
    comments: comments.map(({ hiddenAt, hiddenReason, answeredBy, ...comment }, at) => {
      const shown = { number: at + 1, ...iso(comment), answeredBy: answeredBy?.organization.name ?? null };
      return hiddenAt ? { ...shown, name: "", body: "", answer: "", hidden: hiddenReason } : shown;
    }),
  };
}

type Iso<Value> = { [Key in keyof Value]: Value[Key] extends Date ? string : Value[Key] extends Date | null ? string | null : Value[Key] };

/** Moments as text, so that equal facts give equal bytes. */
function iso<Value extends object>(value: Value): Iso<Value> {
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, member instanceof Date ? member.toISOString() : member])) as Iso<Value>;
}
