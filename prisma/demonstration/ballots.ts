import { randomUUID } from "node:crypto";
import { submitConcern } from "~/commands/concerns/submit-concern.server";
import { callMeeting } from "~/commands/meetings/call-meeting.server";
import { enterMotion } from "~/commands/meetings/enter-motion.server";
import { publishMinutes } from "~/commands/meetings/publish-minutes.server";
import { publishNotice } from "~/commands/meetings/publish-notice.server";
import { setAgenda } from "~/commands/meetings/set-agenda.server";
import { takeAttendance } from "~/commands/meetings/take-attendance.server";
import { castVote } from "~/commands/voting/cast-vote.server";
import { closeBallot } from "~/commands/voting/close-ballot.server";
import { openBallot } from "~/commands/voting/open-ballot.server";
import type { Actor } from "~/domain/access/may";
import { dayOf, daysLater } from "~/domain/voting/deadline";
import { database } from "~/store/database.server";
import { letBallotPass, letMeetingPass, letTermsPass, seatsHeld } from "~/store/demonstration.server";
import { done } from "./done";
import { timeZone, type PersonKey } from "./people";

type Members = Record<PersonKey, Extract<Actor, { kind: "person" }>>;

/** Ballots, meetings and the concern box: an election by ranking, a meeting with its minutes, one to come, and one concern. */
export async function seedBallots(members: Members): Promise<void> {
  await letTermsPass(database(), members.coordinator.programId, 430);
  await election(members);
  await meetingWithMinutes(members);
  await comingMeeting(members);
  done(await submitConcern({ body: "On night shifts the call-back to families is often skipped, because nobody is told whose job it is. I do not want to be the one who says so at roll call." }));
}

async function election({ coordinator, ...members }: Members): Promise<void> {
  const { ballotId } = done(
    await openBallot(coordinator, {
      kind: "ranked",
      question: "Who chairs the steering committee next year?",
      explanation: "One year, from January. All four have agreed to stand.",
      options: [members.clinician.name, members.dispatch.name, members.peer.name, members.cit.name].join("\n"),
      results: "after-close",
      reasons: "off",
    }),
  );
  const orders: Partial<Record<PersonKey, string[]>> = {
    cit: ["o4", "o2"],
    officer: ["o4", "o3"],
    sheriff: ["o2", "o4"],
    clinician: ["o1", "o3", "o2"],
    advocate: ["o3", "o1"],
    peer: ["o3", "o1", "o2"],
    dispatch: ["o2", "o3"],
    researcher: ["o3", "o1"],
  };
  for (const [key, order] of Object.entries(orders) as [Exclude<PersonKey, "coordinator">, string[]][])
    done(await castVote(members[key], { roundId: ballotId, requestId: randomUUID(), marks: Object.fromEntries(order.map((id, place) => [id, String(place + 1)])) }));
  done(await closeBallot(coordinator, { ballotId }));
  await letBallotPass(database(), ballotId, 30);
}

async function meetingWithMinutes(members: Members): Promise<void> {
  const { coordinator } = members;
  const meetingId = await called(members, "Steering committee, autumn meeting", 3, "Welcome\nDates of the 40-hour week\nWhat the 911 center needs from the mobile team");
  done(await publishNotice(coordinator, { meetingId }));
  await letMeetingPass(database(), meetingId, 24);
  const seats = await seatsHeld(database(), coordinator.programId);
  const present = (["cit", "officer", "clinician", "advocate", "peer", "dispatch", "researcher"] as const).map((key) => seats[members[key].personId] ?? "");
  done(await takeAttendance(coordinator, { meetingId, seatIds: present }));
  const [cit = "", officer = "", , advocate = ""] = present;
  done(
    await enterMotion(coordinator, {
      meetingId,
      requestId: randomUUID(),
      words: "To hold the 40-hour week in the second week of March, with the family panel on its third day.",
      movedBy: advocate,
      secondedBy: cit,
      votes: Object.fromEntries(present.map((seatId) => [seatId, seatId === officer ? "abstain" : "consent"])),
    }),
  );
  done(await publishMinutes(coordinator, { meetingId, notes: "The sheriff sent regrets. The 911 center asks for one number that reaches the mobile team at night; the clinician brings an answer to the next meeting." }));
}

async function comingMeeting(members: Members): Promise<void> {
  const meetingId = await called(members, "Steering committee, winter meeting", 12, "One night number for the mobile team\nThe plan of evaluation");
  done(await publishNotice(members.coordinator, { meetingId }));
}

async function called({ coordinator }: Members, title: string, days: number, lines: string): Promise<string> {
  const day = dayOf(daysLater(new Date(), days, timeZone), timeZone);
  const { meetingId } = done(await callMeeting(coordinator, { title, place: "Riverton Public Library, room 2", startsAt: `${day}T16:00`, endsAt: `${day}T17:30` }));
  done(await setAgenda(coordinator, { meetingId, lines }));
  return meetingId;
}
