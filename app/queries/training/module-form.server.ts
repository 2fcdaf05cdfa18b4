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
  const module = place?.modules?.find(({ id }) => id === moduleId);
  // Who may not read the text is refused by the right to write, before anything is told of its modules.
  return place && (module || !place.modules) ? { thing: place.thing, draftId, module: module ?? null } : null;
});

/** The form of one more module. */
export const newModuleForm = query("draft.write", async (db, { draftId }: { draftId: string }, actor) => {
  const place = await workingPlace(db, draftId, actor);
  return place && { thing: place.thing, draftId };
});

async function workingPlace(db: Database, draftId: string, actor: Actor) {
  const draft = await draftPlace(db, draftId);
  if (!draft || !(await curriculumOfDraft(db, draftId))) return null;
  const content = can(actor, "draft.read", draft.thing) ? await draftContent(db, draftId) : null;
  return { thing: draft.thing, modules: content && modulesIn(content).modules };
}
