import { can } from "~/domain/access/may";
import { checkCurriculum } from "~/domain/training/curriculum-check";
import { loweredMinimums } from "~/domain/training/minimums";
import { modulesIn } from "~/editor/curriculum-text";
import type { DocumentNode } from "~/editor/schema/document-node";
import { query } from "~/queries/query.server";
import { curriculumOfDraft, ruleOf } from "~/store/curricula.server";
import { frozenTextContent } from "~/store/documents.server";
import { draftPlace } from "~/store/drafting.server";
import { draftContent } from "./curriculum-text.server";

export type WeekPage = Extract<Awaited<ReturnType<typeof weekPage>>, { ok: true }>["value"];

/** A curriculum's working text as a week that can be rearranged, with what it still owes and which protected minimum it lowers. */
export const weekPage = query("draft.read", async (db, { draftId }: { draftId: string }, actor) => {
  const draft = await draftPlace(db, draftId);
  const curriculum = draft && (await curriculumOfDraft(db, draftId));
  if (!draft || !curriculum) return null;
  const readable = can(actor, "draft.read", draft.thing);
  const content = readable ? await draftContent(db, draftId) : null;
  const rule = ruleOf(curriculum.curriculum);
  const { modules, problems } = content ? modulesIn(content) : { modules: [], problems: [] };
  const base = readable && curriculum.base ? modulesIn((await frozenTextContent(db, curriculum.base.frozenTextId)) as DocumentNode).modules : [];
  const { byTopic: _byTopic, ...check } = checkCurriculum(modules, problems, rule);
  return {
    thing: draft.thing,
    draft: { id: draft.id, frozen: draft.frozen },
    document: { id: draft.document.id, number: draft.document.number, title: draft.document.title },
    proposal: draft.proposal && { id: draft.proposal.id, number: draft.proposal.number, title: draft.proposal.title },
    rule,
    modules,
    check,
    lowered: loweredMinimums(base, modules, rule.minimums),
    mayWrite: !draft.frozen && can(actor, "draft.write", draft.thing),
  };
});
