import { randomBytes } from "node:crypto";
import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { line } from "~/domain/access/words";
import { assignments, shifts } from "~/domain/training/assignment";
import { codeFrom } from "~/domain/training/codes";
import { insertTrainee } from "~/store/trainees.server";

/** Adds somebody of one's own organization who is to be trained. The name stays with the organization; the code is what the person signs in to a course with. */
export const addTrainee = command("trainee.add", {
  input: z.strictObject({ name: line("Write the person's name."), assignment: z.enum(assignments, { error: "Choose what the person does." }), shift: z.enum(shifts, { error: "Choose the shift." }) }),
  load: async (_db, _input, actor) => (actor.kind === "person" ? { thing: { programId: actor.programId, organizationId: actor.organizationId }, actor } : null),
  rule: ({ actor }, trainee) => allowed({ ...trainee, programId: actor.programId, organizationId: actor.organizationId, code: codeFrom(randomBytes(32), 8) }),
  save: async (db, trainee) => {
    const id = await insertTrainee(db, trainee);
    return id ? allowed({ traineeId: id }) : refused("Your organization has somebody of this name already. Add a middle initial or a second name to tell them apart.", 409, "name");
  },
  // The records are read by others: they hold no name.
  record: ({ assignment, shift }, { traineeId }) => ({ subject: "trainee", subjectId: traineeId, detail: { assignment, shift } }),
});
