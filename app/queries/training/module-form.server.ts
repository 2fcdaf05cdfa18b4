import { can } from "~/domain/access/may";
import { modulesIn } from "~/editor/curriculum-text";
import { query } from "~/queries/query.server";
import { curriculumOfDraft } from "~/store/curricula.server";
import type { Database } from "~/store/database.server";
import { draftPlace } from "~/store/drafting.server";
import type { Actor } from "~/domain/access/may";
import { draftContent } from "./curriculum-text.server";

/** One module of a working week, for the form that moves it. */
export const moduleForm = query("draft.write", async (db, { draftId, moduleId }: { draftId: string; moduleId: string }, actor) => {
  const place = await workingPlace(db, draftId, actor);
  const module = place?.modules.find(({ id }) => id === moduleId);
  return place && module ? { thing: place.thing, draftId, module } : null;
});

/** The form of one more module. */
export const newModuleForm = query("draft.write", async (db, { draftId }: { draftId: string }, actor) => {
  const place = await workingPlace(db, draftId, actor);
  return place && { thing: place.thing, draftId };
});

async function workingPlace(db: Database, draftId: string, actor: Actor) {
  const draft = await draftPlace(db, draftId);
  if (!draft || !(await curriculumOfDraft(db, draftId))) return null;
  // Who may not read the text learns nothing of its modules either.
  const content = can(actor, "draft.read", draft.thing) ? await draftContent(db, draftId) : null;
  return content && { thing: draft.thing, modules: modulesIn(content).modules };
}
