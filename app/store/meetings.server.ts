import { readMeetingState, type MeetingState } from "~/domain/meetings/stages";
import type { Tally } from "~/domain/voting/tally";
import type { Database } from "./database.server";
import type { Prisma } from "./generated/client";

const programOfMeeting = { select: { timeZone: true, openMeetings: true, meetingNoticeHours: true, name: true } } as const;

/** A meeting under a lock, so that its agenda, its notice and what is entered in it take turns. */
export async function lockMeeting(db: Database, meetingId: string) {
  await db.$queryRaw`select id from "Meeting" where id = ${meetingId} for update`;
  return meetingById(db, meetingId);
}

export async function meetingById(db: Database, meetingId: string) {
  const meeting = await db.meeting.findUnique({
    where: { id: meetingId },
    include: { program: programOfMeeting, attendance: { orderBy: [{ groupName: "asc" }, { personName: "asc" }] } },
  });
  if (!meeting) return null;
  const { program, state, ...rest } = meeting;
  return { ...rest, state: readMeetingState(state), timeZone: program.timeZone, programName: program.name, rule: { openMeetings: program.openMeetings, noticeHours: program.meetingNoticeHours }, thing: { programId: meeting.programId } };
}

export type MeetingRow = NonNullable<Awaited<ReturnType<typeof meetingById>>>;

export async function agendaOf(db: Database, meetingId: string) {
  return db.agendaItem.findMany({
    where: { meetingId },
    orderBy: { position: "asc" },
    select: { id: true, title: true, proposalId: true, decision: { select: { proposalId: true } }, roundId: true },
  });
}

export async function motionsOf(db: Database, meetingId: string) {
  const motions = await db.motion.findMany({ where: { meetingId }, orderBy: { position: "asc" }, select: { id: true, position: true, words: true, movedBy: true, secondedBy: true, result: true } });
  return motions.map(({ result, ...motion }) => ({ ...motion, tally: result as unknown as Tally }));
}

/** Whether a vote that was opened inside a meeting still takes ballots. */
export async function hasOpenVote(db: Database, meetingId: string): Promise<boolean> {
  return (await db.round.count({ where: { meetingId, state: "open" } })) > 0;
}

/** The votes that were taken inside a meeting. */
export async function votesInMeeting(db: Database, meetingId: string) {
  const rounds = await db.round.findMany({ where: { meetingId }, orderBy: { openedAt: "asc" }, select: { id: true, result: true, proposal: { select: { id: true, number: true, title: true } } } });
  return rounds.map(({ result, ...round }) => ({ ...round, tally: result as unknown as Tally | null }));
}

/** Meetings of a program, those to come first in time, then those before, newest first. */
export async function meetingsOf(db: Database, programId: string, now: Date, most: number) {
  const select = { id: true, title: true, place: true, startsAt: true, endsAt: true, state: true } as const;
  const [coming, before] = await Promise.all([
    db.meeting.findMany({ where: { programId, endsAt: { gt: now } }, orderBy: { startsAt: "asc" }, take: most, select }),
    db.meeting.findMany({ where: { programId, endsAt: { lte: now } }, orderBy: { startsAt: "desc" }, take: most, select }),
  ]);
  const read = <Row extends { state: string }>(rows: Row[]) => rows.map(({ state, ...row }) => ({ ...row, state: readMeetingState(state) }));
  return { coming: read(coming), before: read(before) };
}

/** What the public may know of meetings under an open-meetings law: every notice, agenda, cancellation and minutes, newest first. */
export async function publicMeetings(db: Database, most: number) {
  const meetings = await db.meeting.findMany({
    where: { published: true },
    orderBy: { startsAt: "desc" },
    take: most,
    select: {
      id: true, title: true, place: true, startsAt: true, endsAt: true, state: true, noticedAt: true, cancelledReason: true, minutesAt: true,
      program: { select: { name: true, timeZone: true } },
      agenda: { orderBy: { position: "asc" }, select: { title: true } },
      rounds: { orderBy: { openedAt: "asc" }, select: { openedAt: true, closedAt: true, result: true, proposal: { select: { number: true, title: true } } } },
    },
  });
  return meetings.map(({ state, rounds, ...meeting }) => ({ ...meeting, state: readMeetingState(state), votes: rounds.map(({ result, ...round }) => ({ ...round, tally: result as unknown as Tally | null })) }));
}

export type NewMeeting = { programId: string; title: string; place: string; startsAt: Date; endsAt: Date; calledById: string };

export async function createMeeting(db: Database, meeting: NewMeeting): Promise<{ id: string }> {
  return db.meeting.create({ data: { ...meeting, state: "planned" }, select: { id: true } });
}

/** False when someone was first. */
export async function saveMeeting(db: Database, id: string, from: MeetingState, change: { state: MeetingState; noticedAt?: Date; published?: boolean; cancelledReason?: string; notes?: string; minutesAt?: Date }): Promise<boolean> {
  const { count } = await db.meeting.updateMany({ where: { id, state: from }, data: change });
  return count === 1;
}

export type AgendaLine = { title: string; proposalId?: string; decisionId?: string; roundId?: string };

export async function replaceAgenda(db: Database, meetingId: string, lines: readonly AgendaLine[]): Promise<void> {
  await db.agendaItem.deleteMany({ where: { meetingId } });
  await db.agendaItem.createMany({ data: lines.map((line, at) => ({ meetingId, position: at + 1, ...line })) });
}

export type PresentSeat = Omit<Prisma.AttendanceCreateManyInput, "meetingId">;

export async function replaceAttendance(db: Database, meetingId: string, present: readonly PresentSeat[]): Promise<void> {
  await db.attendance.deleteMany({ where: { meetingId } });
  await db.attendance.createMany({ data: present.map((seat) => ({ meetingId, ...seat })) });
}

export type NewMotion = { meetingId: string; requestId: string; words: string; movedBy: string; secondedBy: string; votes: unknown; result: Tally; enteredById: string; at: Date };

export async function motionByRequest(db: Database, meetingId: string, requestId: string) {
  return db.motion.findUnique({ where: { meetingId_requestId: { meetingId, requestId } }, select: { id: true } });
}

export async function addMotion(db: Database, { votes, result, ...motion }: NewMotion): Promise<{ id: string }> {
  const position = (await db.motion.count({ where: { meetingId: motion.meetingId } })) + 1;
  return db.motion.create({ data: { ...motion, position, votes: votes as Prisma.InputJsonValue, result: result as unknown as Prisma.InputJsonValue }, select: { id: true } });
}

/** What waits for a meeting: proposals that move, decisions that are overdue, questions that are open. Of what everybody in the program may see. */
export async function openMatters(db: Database, programId: string, now: Date) {
  const seen = { visibility: { not: "organization" } };
  const [proposals, decisions, questions] = await Promise.all([
    db.proposal.findMany({ where: { programId, stage: { in: ["drafting", "voting"] }, document: seen }, orderBy: { number: "asc" }, take: 100, select: { id: true, number: true, title: true, stage: true } }),
    db.decision.findMany({
      where: { programId, outcome: { in: ["pending", "deferred"] }, dueAt: { lt: now }, document: seen },
      orderBy: { dueAt: "asc" },
      take: 100,
      select: { id: true, organization: { select: { name: true } }, document: { select: { number: true, title: true } }, proposal: { select: { number: true, title: true } } },
    }),
    db.round.findMany({ where: { programId, proposalId: null, state: "open" }, orderBy: { closesAt: "asc" }, take: 100, select: { id: true, question: true } }),
  ]);
  return { proposals, decisions, questions };
}

/** Meetings that were noticed and go on at a moment: those inside which a vote may open. */
export async function meetingsAt(db: Database, programId: string, now: Date) {
  return db.meeting.findMany({ where: { programId, state: "noticed", startsAt: { lte: now }, endsAt: { gt: now } }, orderBy: { startsAt: "asc" }, select: { id: true, title: true, startsAt: true, endsAt: true, published: true } });
}

/** The next meeting of which the public was given notice. */
export async function nextPublicMeeting(db: Database, programId: string, now: Date) {
  return db.meeting.findFirst({ where: { programId, state: "noticed", published: true, startsAt: { gt: now } }, orderBy: { startsAt: "asc" }, select: { id: true, title: true, startsAt: true } });
}

/** Gives the public the notices of meetings to come that only members had. Their time of notice begins anew. */
export async function publishComingNotices(db: Database, programId: string, now: Date): Promise<number> {
  const { count } = await db.meeting.updateMany({ where: { programId, state: "noticed", published: false, startsAt: { gt: now } }, data: { published: true, noticedAt: now } });
  return count;
}

export async function bindingMeeting(db: Database, programId: string, meetingId: string) {
  return meetingId === "" ? null : db.meeting.findFirst({ where: { id: meetingId, programId }, select: { id: true, state: true, startsAt: true, endsAt: true, noticedAt: true, published: true } });
}

export async function meetingRule(db: Database, programId: string) {
  const program = await db.program.findUnique({ where: { id: programId }, select: { openMeetings: true, meetingNoticeHours: true } });
  return { openMeetings: program?.openMeetings ?? false, noticeHours: program?.meetingNoticeHours ?? 24 };
}

export async function saveMeetingRule(db: Database, programId: string, rule: { openMeetings: boolean; noticeHours: number }): Promise<void> {
  await db.program.update({ where: { id: programId }, data: { openMeetings: rule.openMeetings, meetingNoticeHours: rule.noticeHours } });
}

/** Everybody who works in the program: whom a notice goes to. */
export async function membersToNotice(db: Database, programId: string): Promise<string[]> {
  return (await db.person.findMany({ where: { programId, suspendedAt: null }, select: { id: true } })).map(({ id }) => id);
}
