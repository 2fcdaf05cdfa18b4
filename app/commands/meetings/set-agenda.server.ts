import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused, type Ruling } from "~/domain/access/ruling";
import { moveMeeting } from "~/domain/meetings/stages";
import { databaseTime } from "~/store/database.server";
import { lockMeeting, openMatters, replaceAgenda, type AgendaLine } from "~/store/meetings.server";

const ids = z.array(z.string().min(1)).max(100).default([]);

/** Makes the agenda of a planned meeting from open matters and lines of one's own, in that order. It replaces the one before. */
export const setAgenda = command("meeting.call", {
  input: z.strictObject({ meetingId: z.string().min(1), proposalIds: ids, decisionIds: ids, roundIds: ids, lines: z.string().max(10_000, "Keep the agenda below 10,000 characters.").default("") }),
  load: async (db, { meetingId }) => {
    const meeting = await lockMeeting(db, meetingId);
    return meeting && { thing: meeting.thing, meeting, matters: await openMatters(db, meeting.programId, await databaseTime(db)) };
  },
  rule: ({ meeting, matters }, { proposalIds, decisionIds, roundIds, lines }): Ruling<AgendaLine[]> => {
    const move = moveMeeting(meeting.state, "agenda");
    if (!move.ok) return move;
    const agenda = [
      ...matters.proposals.filter(({ id }) => proposalIds.includes(id)).map(({ id, number, title }) => ({ title: `Proposal ${number}: ${title}`, proposalId: id })),
      ...matters.decisions.filter(({ id }) => decisionIds.includes(id)).map(({ id, organization, document, proposal }) => ({ title: `Overdue decision of ${organization.name}: ${proposal ? `proposal ${proposal.number}, ${proposal.title}` : document.title}`, decisionId: id })),
      ...matters.questions.filter(({ id }) => roundIds.includes(id)).map(({ id, question }) => ({ title: question, roundId: id })),
    ];
    if (agenda.length !== new Set([...proposalIds, ...decisionIds, ...roundIds]).size) return refused("One of these matters is settled meanwhile. Load the page again.");
    const written = lines.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "");
    const whole = [...agenda, ...written.map((title) => ({ title }))];
    return whole.length > 0 ? allowed(whole) : refused("An agenda needs at least one item.", 422, "lines");
  },
  save: async (db, agenda, _moment, { meeting }) => {
    await replaceAgenda(db, meeting.id, agenda);
    return allowed({ meetingId: meeting.id });
  },
  record: (agenda, { meetingId }) => ({ subject: "meeting", subjectId: meetingId, detail: { agenda: agenda.map(({ title }) => title) } }),
});
