import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { chosen } from "~/domain/access/words";
import { documentThing } from "~/domain/documents/description";
import { courseDays, hoursFitRuling } from "~/domain/training/course-days";
import { modulesIn } from "~/editor/curriculum-text";
import type { DocumentNode } from "~/editor/schema/document-node";
import { workingText } from "~/editor/working-text";
import { insertCourse } from "~/store/courses.server";
import { curriculumById } from "~/store/curricula.server";
import { frozenTextContent } from "~/store/documents.server";
import { draftRows } from "~/store/drafting.server";
import { courseInput, newDay } from "./course-input.server";

/** Plans a course: which curriculum, on which days, for whom, with how many places. It teaches the latest edition, or the draft while there is none. */
export const planCourse = command("course.plan", {
  input: z.strictObject({
    curriculumId: chosen("Choose the curriculum."),
    ...courseInput,
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
    return allowed({ ...course, programId, edition, minutes, days: read.value.map(newDay) });
  },
  save: async (db, course) => allowed({ courseId: await insertCourse(db, course) }),
  record: ({ days, ...course }, { courseId }) => ({ subject: "course", subjectId: courseId, detail: { ...course, days: days.map(({ day }) => day) } }),
});
