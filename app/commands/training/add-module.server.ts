import { z } from "zod";
import { command } from "~/commands/command.server";
import { replaceText } from "~/commands/drafting/replace-text.server";
import { allowed, refused } from "~/domain/access/ruling";
import { line } from "~/domain/access/words";
import { moduleForm, moduleFormFacts } from "~/domain/training/module-form";
import { withModule } from "~/editor/curriculum-text";
import { newClauseId } from "~/editor/schema/clause-id";
import { changeRuling, loadWorkingCurriculum } from "./load-working-curriculum.server";

/** Adds a module at the end of a curriculum's working text. */
export const addModule = command("draft.write", {
  input: z.strictObject({ draftId: z.string().max(64), title: line("Name the module."), ...moduleForm }),
  load: async (db, { draftId }) => loadWorkingCurriculum(db, draftId),
  rule: (draft, { draftId: _draftId, title, ...form }, { actor, now }) => {
    const facts = moduleFormFacts(form);
    if (!facts.ok) return facts;
    const id = newClauseId();
    const changed = changeRuling(draft, withModule(draft.content, { id, title, facts: facts.value }), actor.kind === "person" ? actor.personId : "", now);
    return changed.ok ? allowed({ content: changed.value, moduleId: id, title }) : changed;
  },
  save: async (db, { content, moduleId }, { actor }, { id }) => {
    if (actor.kind !== "person") return refused("Only a person adds modules.", 403);
    const version = await replaceText(db, { draftId: id, content, authorId: actor.personId });
    return allowed({ draftId: id, moduleId, version });
  },
  record: ({ moduleId, title }, { draftId, version }) => ({ subject: "draft", subjectId: draftId, detail: { moduleId, title, version } }),
});
