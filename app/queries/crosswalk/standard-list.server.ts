import { can } from "~/domain/access/may";
import { coreElements } from "~/domain/crosswalk/core-elements";
import { readStandardKind } from "~/domain/crosswalk/standard";
import { query } from "~/queries/query.server";
import { standardById, standardsOf } from "~/store/crosswalk.server";
import { databaseTime } from "~/store/database.server";

/** The standards that a program answers to, with what each still lacks. */
export const standardList = query("crosswalk.read", async (db, _input: null, actor) => {
  if (actor.kind !== "person") return null;
  const thing = { programId: actor.programId };
  const standards = await standardsOf(db, actor, await databaseTime(db));
  return {
    thing,
    standards: standards.map((standard) => ({ ...standard, kind: readStandardKind(standard.kind) })),
    hasCore: standards.some(({ name }) => name === coreElements.name),
    mayWrite: can(actor, "standard.write", thing),
  };
});

/** May the form of a new standard be opened? */
export const newStandard = query("standard.write", async (_db, _input: null, actor) => (actor.kind === "person" ? { thing: { programId: actor.programId } } : null));

/** May requirements be added, and to which standard? */
export const requirementsForm = query("standard.write", async (db, { standardId }: { standardId: string }) => {
  const standard = await standardById(db, standardId);
  return standard && { thing: { programId: standard.programId }, standard: { id: standard.id, name: standard.name } };
});
