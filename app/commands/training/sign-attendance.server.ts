import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { readCode } from "~/domain/training/codes";
import { dayOf } from "~/domain/voting/deadline";
import { markPresent, signInByCodes } from "~/store/courses.server";
import { databaseTime } from "~/store/database.server";

/** Signs somebody in to a day of a course: with the code shown in the room and the person's own. Who is asked needs no account. */
export const signAttendance = command("attendance.sign", {
  input: z.strictObject({ dayCode: z.string({ error: "Write the code of the day." }).max(40).transform(readCode), ownCode: z.string({ error: "Write your own code." }).max(40).transform(readCode) }),
  load: async (db, { dayCode, ownCode }) => {
    const found = await signInByCodes(db, dayCode, ownCode);
    return { thing: { programId: null }, found, today: found && dayOf(await databaseTime(db), found.timeZone) };
  },
  rule: ({ found, today }) => {
    if (!found) return refused("These two codes do not belong together. Look at the code of the day in the room, and at your own on your list.", 422, "dayCode");
    if (found.stage !== "running") return refused("This course is not running.", 409, "dayCode");
    if (found.state !== "enrolled") return refused("You have no place in this course. Ask your trainer.", 409, "ownCode");
    if (found.day !== today) return refused(`This code is for ${found.day}. You sign in on the day itself.`, 409, "dayCode");
    return allowed(found);
  },
  save: async (db, found) => {
    await markPresent(db, found);
    return allowed({ title: found.title, day: found.day, courseId: found.courseId });
  },
  record: ({ programId, day }, { courseId }) => ({ subject: "course", subjectId: courseId, programId, detail: { day } }),
});
