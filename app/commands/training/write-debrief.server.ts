import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed } from "~/domain/access/ruling";
import { debriefForm, debriefRuling } from "~/domain/training/debrief";
import { dayOf } from "~/domain/voting/deadline";
import { programZone } from "~/store/documents.server";
import { insertDebrief, namesInProgram } from "~/store/debriefs.server";

/** Keeps what a supervisor saw of the five steps. The month comes from the clock, and what was said is not in the records. */
export const writeDebrief = command("debrief.write", {
  input: z.strictObject(debriefForm),
  load: async (db, _input, actor) => {
    if (actor.kind !== "person") return null;
    const { programId, organizationId, personId } = actor;
    return { thing: { programId, organizationId }, place: { programId, organizationId, writtenById: personId }, timeZone: await programZone(db, programId), people: await namesInProgram(db, programId) };
  },
  rule: ({ place, timeZone, people }, input, { now }) => {
    const said = debriefRuling(input, people);
    return said.ok ? allowed({ ...place, ...said.value, month: dayOf(now, timeZone).slice(0, 7) }) : said;
  },
  save: async (db, debrief) => allowed({ debriefId: await insertDebrief(db, debrief) }),
  record: ({ assignment, shift, month, marks }, { debriefId }) => ({ subject: "debrief", subjectId: debriefId, detail: { assignment, shift, month, marks } }),
});
