import { z } from "zod";
import { command } from "~/commands/command.server";
import { replaceText } from "~/commands/drafting/replace-text.server";
import { allowed, refused } from "~/domain/access/ruling";
import { slotInWords } from "~/domain/training/module-facts";
import { moveInWeek, readWeekMove } from "~/domain/training/move-in-week";
import { modulesIn, withFacts } from "~/editor/curriculum-text";
import type { DocumentNode } from "~/editor/schema/document-node";
import { changeRuling, loadWorkingCurriculum } from "./load-working-curriculum.server";

/** Moves a module in the week, with those that make room for it, as one step on the working text. */
export const placeModule = command("draft.write", {
  input: z.strictObject({ draftId: z.string().max(64), moduleId: z.string().max(64), place: z.string({ error: "Say where it goes." }).max(40) }),
  load: async (db, { draftId }) => loadWorkingCurriculum(db, draftId),
  rule: (draft, { moduleId, place }, { actor, now }) => {
    const move = readWeekMove(place);
    if (!move) return refused(`“${place}” is not a place in the week, such as Tuesday or Tuesday 13:00.`, 422, "place");
    const { modules } = modulesIn(draft.content);
    const places = moveInWeek(modules, moduleId, move);
    if (!places.ok) return places;
    const when = [...places.value].map(([id, slot]) => ({ id, when: slot ? slotInWords(slot) : "" }));
    const text = when.reduce<DocumentNode | null>((doc, one) => doc && withFacts(doc, one.id, { when: one.when }), draft.content);
    const changed = changeRuling(draft, text, actor.kind === "person" ? actor.personId : "", now);
    return changed.ok ? allowed({ content: changed.value, moduleId, when }) : changed;
  },
  save: async (db, { content, moduleId }, { actor }, { id }) => {
    if (actor.kind !== "person") return refused("Only a person moves modules.", 403);
    const version = await replaceText(db, { draftId: id, content, authorId: actor.personId });
    return allowed({ draftId: id, moduleId, version });
  },
  record: ({ moduleId, when }, { draftId, version }) => ({ subject: "draft", subjectId: draftId, detail: { moduleId, when, version } }),
});
