import { visibilities } from "~/domain/access/may";
import type { Database } from "./database.server";

/** For the demonstration program only: makes what was done today look as if it had been done `days` days ago. The records keep the true time. */
export async function letDaysPass(db: Database, { proposalId, documentId }: { proposalId?: string; documentId?: string }, days: number): Promise<void> {
  const whole = Math.trunc(days);
  if (proposalId) {
    await db.$executeRaw`update "Proposal" set "createdAt" = "createdAt" - ${whole} * interval '1 day' where id = ${proposalId}`;
    await db.$executeRaw`update "Notice" set at = at - ${whole} * interval '1 day' where path like ${`/proposals/${proposalId}%`}`;
    await db.$executeRaw`update "Comment" set at = at - ${whole} * interval '1 day' where "proposalId" = ${proposalId}`;
    await db.$executeRaw`update "Round" set "openedAt" = "openedAt" - ${whole} * interval '1 day', "closesAt" = "closesAt" - ${whole} * interval '1 day', "closedAt" = "closedAt" - ${whole} * interval '1 day' where "proposalId" = ${proposalId}`;
    await db.$executeRaw`update "Vote" set "castAt" = "castAt" - ${whole} * interval '1 day' where "roundId" in (select id from "Round" where "proposalId" = ${proposalId})`;
    await db.$executeRaw`update "Cast" set at = at - ${whole} * interval '1 day' where "roundId" in (select id from "Round" where "proposalId" = ${proposalId})`;
  }
  const decisions = await db.decision.findMany({ where: proposalId ? { proposalId } : { documentId: documentId ?? "", proposalId: null }, select: { id: true } });
  const ids = decisions.map(({ id }) => id);
  await db.$executeRaw`update "Decision" set "askedAt" = "askedAt" - ${whole} * interval '1 day', "dueAt" = "dueAt" - ${whole} * interval '1 day', "decidedAt" = "decidedAt" - ${whole} * interval '1 day', "effectiveFrom" = "effectiveFrom" - ${whole}::int where id = any(${ids})`;
  await db.$executeRaw`update "DecisionStage" set "openedAt" = "openedAt" - ${whole} * interval '1 day', "dueAt" = "dueAt" - ${whole} * interval '1 day', "doneAt" = "doneAt" - ${whole} * interval '1 day' where "decisionId" = any(${ids})`;
  await db.$executeRaw`update "StageSignature" set "signedAt" = "signedAt" - ${whole} * interval '1 day', "noticeOn" = "noticeOn" - ${whole}::int where "stageId" in (select id from "DecisionStage" where "decisionId" = any(${ids}))`;
  await db.$executeRaw`update "AgencyText" set "madeAt" = "madeAt" - ${whole} * interval '1 day', "commentUntil" = "commentUntil" - ${whole} * interval '1 day' where "decisionId" = any(${ids})`;
  await db.$executeRaw`update "ChangeComment" set at = at - ${whole} * interval '1 day' where "decisionId" = any(${ids})`;
  await db.$executeRaw`update "Adoption" set "effectiveFrom" = "effectiveFrom" - ${whole}::int where "decisionId" = any(${ids})`;
}

/** The working text of a document or a proposal, and whose it is. */
export async function draftOf(db: Database, of: { documentId: string } | { proposalId: string }) {
  const draft = await db.draft.findFirstOrThrow({
    where: "proposalId" in of ? { proposal: { id: of.proposalId } } : { documentId: of.documentId, proposal: null },
    select: { id: true, document: { select: { programId: true, organizationId: true, visibility: true } } },
  });
  const { programId, organizationId, visibility } = draft.document;
  return { draftId: draft.id, thing: { programId, organizationId, visibility: visibilities.find((known) => known === visibility) ?? "organization" } };
}

export async function decisionsAwaiting(db: Database, of: { documentId: string } | { proposalId: string }) {
  return db.decision.findMany({ where: { ...of, outcome: "pending" }, select: { id: true, organizationId: true } });
}

/** The hash of what a plan's signers are asked to sign. */
export async function reviewHash(db: Database, planId: string): Promise<string> {
  return (await db.planReview.findFirstOrThrow({ where: { planId, outcome: "open" }, select: { hash: true } })).hash;
}

/** The demonstration's own mail is never sent: it stays in the outbox, written when its notices were. */
export async function keepMail(db: Database): Promise<void> {
  await db.$executeRaw`
    update "Mail" set state = 'kept', "endedAt" = clock_timestamp(), "createdAt" = coalesce((select min(at) from "Notice" where "mailId" = "Mail".id), "createdAt")
    where state = 'waiting'`;
}

/** The latest text of a curriculum. */
export async function latestTextOf(db: Database, documentId: string): Promise<unknown> {
  const { frozenText } = await db.edition.findFirstOrThrow({ where: { documentId }, orderBy: { number: "desc" }, select: { frozenText: { select: { content: true } } } });
  return frozenText.content;
}

/** For the demonstration program only: a question that was asked and closed so many days ago. */
export async function letBallotPass(db: Database, roundId: string, days: number): Promise<void> {
  await db.$executeRaw`update "Round" set "openedAt" = "openedAt" - ${days} * interval '1 day', "closesAt" = "closesAt" - ${days} * interval '1 day', "closedAt" = "closedAt" - ${days} * interval '1 day' where id = ${roundId}`;
  await db.$executeRaw`update "Notice" set at = at - ${days} * interval '1 day' where path like ${`/ballots/${roundId}%`}`;
}

/** For the demonstration program only: a meeting that was noticed and began so many days ago. */
export async function letMeetingPass(db: Database, meetingId: string, days: number): Promise<void> {
  await db.$executeRaw`update "Meeting" set "startsAt" = "startsAt" - ${days} * interval '1 day', "endsAt" = "endsAt" - ${days} * interval '1 day', "noticedAt" = "noticedAt" - ${days + 7} * interval '1 day' where id = ${meetingId}`;
  await db.$executeRaw`update "Notice" set at = at - ${days + 7} * interval '1 day' where path like ${`/meetings/${meetingId}%`}`;
}

/** For the demonstration program only: seats that were filled so many days ago, before the first edition came into force. */
export async function letTermsPass(db: Database, programId: string, days: number): Promise<void> {
  await db.$executeRaw`update "Seat" set "termStart" = "termStart" - ${days}::int where "programId" = ${programId}`;
}

/** For the demonstration program only: words that were defined so many days ago. The records keep the true time. */
export async function letDefinitionsAge(db: Database, programId: string, days: number): Promise<void> {
  await db.$executeRaw`update "TermDefinition" set "writtenAt" = "writtenAt" - ${days} * interval '1 day' where "termId" in (select id from "Term" where "programId" = ${programId})`;
}

/** The seat that each person holds, by person. */
export async function seatsHeld(db: Database, programId: string): Promise<Record<string, string>> {
  const seats = await db.seat.findMany({ where: { programId, voting: true, holderId: { not: null } }, select: { id: true, holderId: true } });
  return Object.fromEntries(seats.map(({ id, holderId }) => [holderId ?? "", id]));
}

export async function decisionAsked(db: Database, asked: { proposalId: string; organizationId: string }): Promise<string> {
  return (await db.decision.findFirstOrThrow({ where: asked, select: { id: true } })).id;
}

/** A stage of a decision by its name, and the hash of the text that was asked about. */
export async function stageNamed(db: Database, decisionId: string, name: string): Promise<{ stageId: string; hash: string }> {
  const { id, decision } = await db.decisionStage.findFirstOrThrow({ where: { decisionId, name }, select: { id: true, decision: { select: { frozenText: { select: { hash: true } } } } } });
  return { stageId: id, hash: decision.frozenText.hash };
}

/** For the demonstration program only: the days for comments on a finding are over. The records keep the true time. */
export async function letDialoguePass(db: Database, findingId: string): Promise<void> {
  await db.$executeRaw`update "Finding" set "dialogueEndsAt" = clock_timestamp() - interval '1 minute' where id = ${findingId}`;
}

/** For the demonstration program only: a debrief that was written so many months ago. */
export async function letDebriefAge(db: Database, id: string, months: number): Promise<void> {
  await db.$executeRaw`update "Debrief" set month = to_char(to_date(month, 'YYYY-MM') - ${months}::int * interval '1 month', 'YYYY-MM') where id = ${id}`;
}
