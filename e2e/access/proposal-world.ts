import { randomInt, randomUUID } from "node:crypto";
import { closeRound } from "../../app/commands/voting/close-round.server";
import { openBallot } from "../../app/commands/voting/open-ballot.server";
import { openRound } from "../../app/commands/voting/open-round.server";
import { hashOf } from "../../app/editor/canonical.server";
import { schemaVersion } from "../../app/editor/schema/document-schema";
import { database } from "../../app/store/database.server";
import { editionForTests, programForTests, textOf, type PersonActor } from "../support/program-for-tests";
import { newDocument, stored } from "./text-world";

type Program = Awaited<ReturnType<typeof programForTests>>;

/** Numbers are drawn, because callers come all at once. */
export async function newProposal({ programId, documentId, edition }: Program, authorId: string) {
  const draft = await database().draft.create({ data: { documentId, baseEditionId: edition.id, schemaVersion, start: stored(textOf("Officers wait for 30 minutes.", "Dispatch records the call.")) } });
  return database().proposal.create({
    data: { programId, documentId, number: randomInt(1_000, 1_000_000_000), title: "A limit to waiting", why: "Callers wait.", affected: "Patrol.", stage: "drafting", authorId, baseEditionId: edition.id, draftId: draft.id },
  });
}

/** Other words for the first clause of a proposal. */
export async function newAmendment(program: Program, authors: { proposal?: string; amendment?: string }, state: "offered" | "refused") {
  const authorId = authors.amendment ?? program.person("officer").personId;
  const proposal = await newProposal(program, authors.proposal ?? program.person("advocate").personId);
  const { id } = await database().amendment.create({ data: { proposalId: proposal.id, number: 1, clauseId: "c1", was: "Officers wait for 30 minutes.", words: "Officers wait for 20 minutes.", why: "Thirty is long.", state, authorId } });
  return { id, authorId, proposalAuthorId: proposal.authorId };
}

/** A proposal whose document got another edition since. */
export async function newStaleProposal(author: PersonActor, agency: string) {
  const document = await newDocument(author, agency, "program");
  const first = await editionForTests(document.id, 1, textOf("Officers wait.", "Dispatch records the call."));
  const draft = await database().draft.create({ data: { documentId: document.id, baseEditionId: first.id, schemaVersion, start: stored(textOf("Officers wait for 30 minutes.", "Dispatch records the call.")) } });
  const number = randomInt(1_000, 1_000_000_000);
  const { programId, personId: authorId } = author;
  const proposal = await database().proposal.create({
    data: { programId, documentId: document.id, number, title: "A limit to waiting", why: "Callers wait.", affected: "Patrol.", stage: "drafting", authorId, baseEditionId: first.id, draftId: draft.id },
  });
  const latest = await editionForTests(document.id, 2, textOf("Officers wait.", "Dispatch records the call and its end."));
  return { id: proposal.id, draftId: draft.id, editionId: latest.id };
}

export async function newRound(program: Program, authorId: string) {
  const proposal = await newProposal(program, authorId);
  const outcome = await openRound(program.person("coordinator"), { proposalId: proposal.id });
  if (!outcome.ok) throw new Error(outcome.kind === "refused" ? outcome.reason : "The proposal is missing.");
  return { ...outcome.value, id: outcome.value.roundId, authorId };
}

/** A meeting with an agenda; one that has begun is noticed, and two seats are present. */
export async function newMeeting({ programId, person }: Program, begun: boolean): Promise<string> {
  const startsAt = new Date(Date.now() + (begun ? -600_000 : 86_400_000));
  const meeting = await database().meeting.create({
    data: { programId, title: "Steering committee", place: "Library", startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000), state: begun ? "noticed" : "planned", noticedAt: begun ? new Date(0) : null, calledById: person("coordinator").personId, agenda: { create: { position: 1, title: "Welcome" } } },
  });
  const seats = begun ? await database().seat.findMany({ where: { holderId: { in: [person("peer").personId, person("advocate").personId] } }, include: { group: true, organization: true } }) : [];
  for (const { id: seatId, title, groupId, group, organizationId, organization } of seats)
    await database().attendance.create({ data: { meetingId: meeting.id, seatId, seatTitle: title, personName: "Somebody", groupId, groupName: group.name, organizationId, organizationName: organization.name } });
  return meeting.id;
}

export async function newBallot(program: Program) {
  const outcome = await openBallot(program.person("coordinator"), { kind: "single", question: "Where do we meet?", options: "Library\nStation" });
  if (!outcome.ok) throw new Error(outcome.kind === "refused" ? outcome.reason : "The program is missing.");
  return outcome.value;
}

/** A round of public comment that begins tomorrow, has begun, or has ended. */
export async function newCommentRound(program: Program, phase: "announced" | "open" | "answering"): Promise<string> {
  const { programId, documentId, edition } = program;
  const { id: proposalId } = await newProposal(program, program.person("advocate").personId);
  const day = 86_400_000;
  const [from, to] = { announced: [1, 11], open: [-1, 9], answering: [-10, -1] }[phase];
  const at = (days = 0) => new Date(Date.now() + days * day);
  const openedById = program.person("coordinator").personId;
  const round = await database().commentRound.create({ data: { programId, documentId, proposalId, subjectId: proposalId, number: 1, frozenTextId: edition.frozenTextId, state: "standing", question: "", opensAt: at(from), closesAt: at(to), openedById } });
  return round.id;
}

export async function newPublicComment(program: Program, hidden: boolean): Promise<{ id: string; reference: string }> {
  const roundId = await newCommentRound(program, "open");
  const hiding = hidden ? { hiddenReason: "It names a person.", hiddenAt: new Date() } : {};
  return database().publicComment.create({ data: { roundId, reference: randomUUID(), name: "", body: "Too long.", salt: "00", at: new Date(), ...hiding } });
}

/** A proposal whose vote has closed. */
export async function newRecommendation(program: Program): Promise<{ number: number }> {
  const { roundId, proposalId } = await newRound(program, program.person("advocate").personId);
  const closed = await closeRound(program.person("coordinator"), { roundId });
  if (!closed.ok) throw new Error("The round was not closed.");
  return database().proposal.findUniqueOrThrow({ where: { id: proposalId }, select: { number: true } });
}

export async function newDecision(programId: string, documentId: string, organizationId: string) {
  const content = textOf("Officers wait for a clinician.", `Asked as ${randomUUID()}.`);
  const text = await database().frozenText.create({ data: { documentId, content: stored(content), hash: hashOf(content) } });
  const now = new Date();
  return database().decision.create({ data: { programId, documentId, organizationId, frozenTextId: text.id, askedAt: now, dueAt: new Date(now.getTime() + 86_400_000) } });
}
