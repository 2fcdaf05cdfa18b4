import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { chosen, line } from "~/domain/access/words";
import { documentThing } from "~/domain/documents/description";
import { minimumChangeRuling } from "~/domain/training/minimums";
import { topicKey } from "~/domain/training/curriculum-check";
import { curriculumById, ruleOf, saveMinimum } from "~/store/curricula.server";
import { groupsOf } from "~/store/programs.server";

/** Protects a minimum on a topic for a group, raises it, or lowers it; nought takes it away. Only the group itself lowers what protects it. */
export const setMinimum = command("curriculum.rule", {
  input: z.strictObject({ documentId: z.string().max(64), topic: line("Name the topic."), hours: z.string({ error: "Say how many hours." }).trim(), groupId: chosen("Choose the group that it protects.") }),
  load: async (db, { documentId }) => {
    const curriculum = await curriculumById(db, documentId);
    if (!curriculum) return null;
    return { thing: documentThing(curriculum.document), documentId, rule: ruleOf(curriculum), groups: await groupsOf(db, curriculum.programId) };
  },
  rule: ({ rule, groups }, { topic, hours, groupId }, { actor }) => {
    const group = groups.find(({ id }) => id === groupId);
    if (!group) return refused("Choose a group of this program.", 422, "groupId");
    if (!/^\d{1,3}(\.\d{1,2})?$/.test(hours)) return refused("Write the hours as a number such as 3, or 0 to take the minimum away.", 422, "hours");
    const standing = rule.minimums.find((minimum) => topicKey(minimum.topic) === topicKey(topic)) ?? null;
    const minutes = Math.round(Number(hours) * 60);
    const ruling = minimumChangeRuling(standing, { minutes, groupId }, actor.kind === "person" ? actor.groupId : "");
    return ruling.ok ? allowed({ topic: standing?.topic ?? topic, minutes, groupId, before: standing?.minutes ?? 0, group: group.name }) : ruling;
  },
  save: async (db, { topic, minutes, groupId }, _moment, { documentId }) => {
    await saveMinimum(db, { curriculumId: documentId, topic, minutes, groupId });
    return allowed({ documentId });
  },
  record: ({ topic, minutes, before, group }, { documentId }) => ({ subject: "document", subjectId: documentId, detail: { topic, group, minutesBefore: before, minutes } }),
});
