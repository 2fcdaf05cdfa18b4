import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { traineeThing } from "~/domain/training/trainee-thing";
import { dayOf } from "~/domain/voting/deadline";
import { programZone } from "~/store/documents.server";
import { openPlacesOf, saveLeaving, traineeById } from "~/store/trainees.server";

/** Says that somebody has left the organization, or is back. Who has left counts no more as trained, nor as due; certificates stay valid. */
export const setService = command("trainee.leave", {
  input: z.strictObject({ traineeId: z.string().max(64), serves: z.enum(["yes", "no"], { error: "Say whether the person still serves." }) }),
  load: async (db, { traineeId }) => {
    const trainee = await traineeById(db, traineeId);
    return trainee && { thing: traineeThing(trainee), trainee, lists: await openPlacesOf(db, traineeId), timeZone: await programZone(db, trainee.programId) };
  },
  rule: ({ trainee, lists, timeZone }, { serves }, { now }) => {
    if ((serves === "yes") === (trainee.leftOn === null)) return refused(serves === "yes" ? `${trainee.name} serves already.` : `${trainee.name} has left already.`, 409);
    if (serves === "no" && lists[0]) return refused(`${trainee.name} is on the list of “${lists[0].title}”. Take the person off it first, so that somebody else gets the place.`, 409);
    return allowed(serves === "yes" ? null : dayOf(now, timeZone));
  },
  save: async (db, leftOn, _moment, { trainee }) => {
    await saveLeaving(db, trainee.id, leftOn);
    return allowed({ traineeId: trainee.id });
  },
  record: (leftOn, { traineeId }) => ({ subject: "trainee", subjectId: traineeId, detail: { leftOn } }),
});
