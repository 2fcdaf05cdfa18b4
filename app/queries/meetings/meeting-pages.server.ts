import { randomUUID } from "node:crypto";
import { can } from "~/domain/access/may";
import { presenceIn } from "~/domain/meetings/room";
import { moveMeeting } from "~/domain/meetings/stages";
import { dayOf } from "~/domain/voting/deadline";
import { query } from "~/queries/query.server";
import { groupFaces } from "~/store/ballots.server";
import { databaseTime } from "~/store/database.server";
import { programZone } from "~/store/documents.server";
import { agendaOf, meetingById, meetingRule, meetingsOf, motionsOf, openMatters, votesInMeeting } from "~/store/meetings.server";
import { askingFacts, electorate } from "~/store/rounds.server";

/** The meetings of the program: those to come, and the last ones. */
export const meetingList = query("meeting.read", async (db, _input: null, actor) => {
  const programId = actor.kind === "person" ? actor.programId : null;
  const now = await databaseTime(db);
  const thing = { programId };
  if (programId === null) return { thing, coming: [], before: [], timeZone: "UTC", now, rule: { openMeetings: false, noticeHours: 24 }, may: { call: false, rule: false } };
  const [{ coming, before }, timeZone, rule] = await Promise.all([meetingsOf(db, programId, now, 100), programZone(db, programId), meetingRule(db, programId)]);
  return { thing, coming, before, timeZone, now, rule, may: { call: can(actor, "meeting.call", thing), rule: can(actor, "meeting.rule", thing) } };
});

/** A meeting from its agenda to its minutes. */
export const meetingPage = query("meeting.read", async (db, { meetingId }: { meetingId: string }, actor) => {
  const meeting = await meetingById(db, meetingId);
  if (!meeting) return null;
  const { thing, programId, timeZone, state } = meeting;
  const now = await databaseTime(db);
  const [facts, agenda, motions, votes, faces, seats] = await Promise.all([
    askingFacts(db, programId),
    agendaOf(db, meetingId),
    motionsOf(db, meetingId),
    votesInMeeting(db, meetingId),
    groupFaces(db, programId),
    electorate(db, programId, dayOf(meeting.startsAt, timeZone)),
  ]);
  if (!facts) return null;
  const roll = seats.map(({ seatId, groupId, organizationId, personId }) => ({ seatId, groupId, organizationId, filled: Boolean(personId) }));
  const onRoll = new Set(seats.map(({ seatId }) => seatId));
  const present = meeting.attendance.map(({ seatId }) => seatId).filter((seatId) => onRoll.has(seatId));
  const record = state === "noticed" && meeting.startsAt <= now && can(actor, "meeting.minute", thing);
  return {
    thing,
    now,
    timeZone,
    faces,
    requestId: randomUUID(),
    rule: meeting.rule,
    meeting: { id: meeting.id, title: meeting.title, place: meeting.place, startsAt: meeting.startsAt, endsAt: meeting.endsAt, state, noticedAt: meeting.noticedAt, cancelledReason: meeting.cancelledReason, notes: meeting.notes, minutesAt: meeting.minutesAt },
    agenda: agenda.map(({ id, title, proposalId, decision, roundId }) => ({ id, title, href: (proposalId ?? decision?.proposalId) ? `/proposals/${proposalId ?? decision?.proposalId}` : roundId ? `/ballots/${roundId}` : null })),
    attendance: meeting.attendance,
    seats: seats.filter(({ personId }) => personId).map(({ seatId, seatTitle, personName, groupId, groupName }) => ({ seatId, seatTitle, personName, groupId, groupName })),
    presence: present.length > 0 ? presenceIn({ rules: facts.charter.rules, groups: facts.groups, roll, present }) : null,
    motions,
    votes,
    may: {
      agenda: moveMeeting(state, "agenda").ok && can(actor, "meeting.call", thing),
      notice: moveMeeting(state, "notice").ok && agenda.length > 0 && can(actor, "meeting.call", thing),
      cancel: moveMeeting(state, "cancel").ok && can(actor, "meeting.call", thing),
      record,
      minute: record && meeting.attendance.length > 0,
    },
  };
});

/** What may stand on the agenda: open matters, and what stands there. */
export const agendaForm = query("meeting.call", async (db, { meetingId }: { meetingId: string }) => {
  const meeting = await meetingById(db, meetingId);
  if (!meeting) return null;
  const [matters, agenda] = await Promise.all([openMatters(db, meeting.programId, await databaseTime(db)), agendaOf(db, meetingId)]);
  return { thing: meeting.thing, meeting: { id: meeting.id, title: meeting.title }, allowed: moveMeeting(meeting.state, "agenda").ok, matters, agenda };
});

export const callForm = query("meeting.call", async (db, _input: null, actor) => {
  if (actor.kind !== "person") return null;
  const { programId } = actor;
  return { thing: { programId }, timeZone: await programZone(db, programId), rule: await meetingRule(db, programId) };
});

export const ruleForm = query("meeting.rule", async (db, _input: null, actor) => {
  if (actor.kind !== "person") return null;
  const { programId } = actor;
  return { thing: { programId }, rule: await meetingRule(db, programId) };
});
