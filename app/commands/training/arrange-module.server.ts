import { z } from "zod";
import { command } from "~/commands/command.server";
import { replaceText } from "~/commands/drafting/replace-text.server";
import { refused } from "~/domain/access/ruling";
import { allowed } from "~/domain/access/ruling";
import { moduleForm, moduleFormFacts } from "~/domain/training/module-form";
import { withFacts } from "~/editor/curriculum-text";
import { changeRuling, loadWorkingCurriculum } from "./load-working-curriculum.server";

/** Gives a module its place, its length and its other facts, as a step on the working text. What stands in its clause below the table stays. */
export const arrangeModule = command("draft.write", {
  input: z.strictObject({ draftId: z.string().max(64), moduleId: z.string().max(64), ...moduleForm }),
  load: async (db, { draftId }) => loadWorkingCurriculum(db, draftId),
  rule: (draft, { draftId: _draftId, moduleId, ...form }, { actor, now }) => {
    const facts = moduleFormFacts(form);
    if (!facts.ok) return facts;
    const changed = changeRuling(draft, withFacts(draft.content, moduleId, facts.value), actor.kind === "person" ? actor.personId : "", now);
    return changed.ok ? allowed({ content: changed.value, moduleId, facts: facts.value }) : changed;
  },
  save: async (db, { content }, { actor }, { id, document }) => {
    if (actor.kind !== "person") return refused("Only a person moves modules.", 403);
    const version = await replaceText(db, { draftId: id, content, authorId: actor.personId });
    return allowed({ draftId: id, documentId: document.id, version });
  },
  record: ({ moduleId, facts }, { draftId, version }) => ({ subject: "draft", subjectId: draftId, detail: { moduleId, when: facts.when, hours: facts.hours, version } }),
});
