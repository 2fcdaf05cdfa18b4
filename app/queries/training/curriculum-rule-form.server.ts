import { documentThing } from "~/domain/documents/description";
import { query } from "~/queries/query.server";
import { curriculumById, ruleOf } from "~/store/curricula.server";
import { groupsOf } from "~/store/programs.server";

/** What a curriculum owes, for the forms that change it. */
export const curriculumRuleForm = query("curriculum.rule", async (db, { documentId }: { documentId: string }) => {
  const curriculum = await curriculumById(db, documentId);
  if (!curriculum) return null;
  const { document } = curriculum;
  const groups = await groupsOf(db, curriculum.programId);
  return { thing: documentThing(document), document: { id: document.id, number: document.number, title: document.title }, rule: ruleOf(curriculum), groups: groups.map(({ id, name }) => ({ id, name })) };
});
