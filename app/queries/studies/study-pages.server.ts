import { can } from "~/domain/access/may";
import { query } from "~/queries/query.server";
import { studiesOf, studyById } from "~/store/studies.server";

/** The evidence library of the program, with what the reader may do. */
export const studyList = query("evaluation.read", async (db, _input: null, actor) => {
  if (actor.kind !== "person") return null;
  const thing = { programId: actor.programId };
  return { thing, studies: await studiesOf(db, actor.programId), mayWrite: can(actor, "study.write", thing) };
});

export const newStudy = query("study.write", async (_db, _input: null, actor) => (actor.kind === "person" ? { thing: { programId: actor.programId } } : null));

export const studyForm = query("study.write", async (db, { studyId }: { studyId: string }) => {
  const study = await studyById(db, studyId);
  return study && { thing: { programId: study.programId }, study };
});
