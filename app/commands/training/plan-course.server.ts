import { randomBytes } from "node:crypto";
import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { chosen, line } from "~/domain/access/words";
import { documentThing } from "~/domain/documents/description";
import { assignments } from "~/domain/training/assignment";
import { codeFrom } from "~/domain/training/codes";
import { courseDays, hoursFitRuling } from "~/domain/training/course-days";
import { modulesIn } from "~/editor/curriculum-text";
import type { DocumentNode } from "~/editor/schema/document-node";
import { workingText } from "~/editor/working-text";
import { insertCourse } from "~/store/courses.server";
import { curriculumById } from "~/store/curricula.server";
import { frozenTextContent } from "~/store/documents.server";
import { draftRows } from "~/store/drafting.server";

const wholeNumber = (empty: string, most: number) => z.string({ error: empty }).trim().regex(/^\d{1,4}$/, empty).transform(Number).refine((count) => count >= 1 && count <= most, `Write a number from 1 to ${most}.`);

/** Plans a course: which curriculum, on which days, for whom, with how many places. It teaches the latest edition, or the draft while there is none. */
export const planCourse = command("course.plan", {
  input: z.strictObject({
    curriculumId: chosen("Choose the curriculum."),
    title: line("Name the course, such as CIT week, spring 2027."),
    place: line("Say where it is held."),
    audience: z.enum(assignments, { error: "Choose whom it is for." }),
    capacity: wholeNumber("Say how many places there are.", 500),
    days: z.string({ error: "Give the days." }).max(2000, "Keep the list of days shorter."),
  }),
  load: async (db, { curriculumId }, actor) => {
    const curriculum = await curriculumById(db, curriculumId);
    if (!curriculum || actor.kind !== "person") return null;
    const { editions, drafts } = curriculum.document;
    const content = editions[0] ? await frozenTextContent(db, editions[0].frozenTextId) : drafts[0] ? workingText((await draftRows(db, drafts[0].id))!).content : null;
    const minutes = content ? modulesIn(content as DocumentNode).modules.reduce((sum, module) => sum + module.minutes, 0) : 0;
    return { thing: documentThing(curriculum.document), programId: curriculum.programId, edition: editions[0]?.number ?? null, minutes };
  },
  rule: ({ programId, edition, minutes }, { days, ...course }) => {
    const read = courseDays(days);
    if (!read.ok) return read;
    if (minutes === 0) return refused("This curriculum has no module with hours yet.", 422, "curriculumId");
    const fits = hoursFitRuling(minutes, read.value);
    if (!fits.ok) return fits;
    return allowed({ ...course, programId, edition, minutes, days: read.value.map((day) => ({ day, code: codeFrom(randomBytes(24), 6) })) });
  },
  save: async (db, course) => allowed({ courseId: await insertCourse(db, course) }),
  record: ({ days, ...course }, { courseId }) => ({ subject: "course", subjectId: courseId, detail: { ...course, days: days.map(({ day }) => day) } }),
});
