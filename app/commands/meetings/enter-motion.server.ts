import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused, type Ruling } from "~/domain/access/ruling";
import { motionRuling } from "~/domain/meetings/room";
import { moveMeeting } from "~/domain/meetings/stages";
import { outcomeInWords } from "~/domain/voting/conditions";
import type { Tally } from "~/domain/voting/tally";
import { addMotion, motionByRequest } from "~/store/meetings.server";
import { isPerson } from "~/store/voting.server";
import { loadRoom } from "./load-room.server";

type Entered = { tally: Tally | null; words: string; movedBy: string; secondedBy: string; votes: { seatId: string; choice: "consent" | "object" | "abstain" }[] };

/** Enters a motion with the votes that were taken on it in the room. Sent twice it is entered once. */
export const enterMotion = command("meeting.minute", {
  input: z.strictObject({
    meetingId: z.string().min(1),
    requestId: z.string().min(8).max(64),
    words: z.string().trim().min(1, "Write what was moved.").max(5000, "Keep the motion below 5,000 characters."),
    movedBy: z.string().min(1, "Choose who moved it."),
    secondedBy: z.string().min(1, "Choose who seconded it."),
    votes: z.record(z.string(), z.enum(["consent", "object", "abstain", ""])),
  }),
  load: async (db, input) => {
    const loaded = await loadRoom(db, input);
    return loaded && { ...loaded, earlier: await motionByRequest(db, loaded.meeting.id, input.requestId), requestId: input.requestId };
  },
  rule: ({ meeting, room, earlier }, { words, movedBy, secondedBy, votes }): Ruling<Entered> => {
    const cast = Object.entries(votes).flatMap(([seatId, choice]) => (choice ? [{ seatId, choice }] : []));
    if (earlier) return allowed({ tally: null, words, movedBy, secondedBy, votes: cast });
    const move = moveMeeting(meeting.state, "record");
    if (!move.ok) return move;
    const ruling = motionRuling(room, { words, movedBy, secondedBy, votes: cast });
    return ruling.ok ? allowed({ tally: ruling.value, words, movedBy, secondedBy, votes: cast }) : ruling;
  },
  save: async (db, { tally, words, votes, ...by }, { actor, now }, { meeting, requestId }) => {
    if (!tally) return allowed({ meetingId: meeting.id, entered: false });
    if (!isPerson(actor)) return refused("Only a person enters a motion.", 403);
    const nameOf = (seat: string) => meeting.attendance.find(({ seatId }) => seatId === seat)?.personName ?? "";
    await addMotion(db, { meetingId: meeting.id, requestId, words, movedBy: nameOf(by.movedBy), secondedBy: nameOf(by.secondedBy), votes, result: tally, enteredById: actor.personId, at: now });
    return allowed({ meetingId: meeting.id, entered: true });
  },
  record: ({ tally, words }, { meetingId, entered }) => (entered && tally ? { subject: "meeting", subjectId: meetingId, detail: { motion: words, outcome: outcomeInWords(tally) } } : null),
});
