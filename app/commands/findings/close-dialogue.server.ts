import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { dialogueEnd } from "~/domain/evaluation/dialogue";
import { contentFault } from "~/domain/evaluation/finding";
import { saveFinding } from "~/store/findings.server";
import { cameSecond, loadFinding } from "./load-finding.server";

/** Ends the dialogue once its days are over and each comment is answered, whatever the agencies think of the finding. */
export const closeDialogue = command("finding.write", {
  input: z.strictObject({ findingId: z.string() }),
  load: async (db, { findingId }, actor) => loadFinding(db, findingId, actor),
  rule: ({ finding }, _input, { now }) => {
    const ended = dialogueEnd(finding, { unanswered: finding.comments.filter(({ reply }) => reply === null).length, now });
    return ended.ok ? (contentFault(finding.content) ?? ended) : ended;
  },
  save: async (db, to, _moment, { finding }) => ((await saveFinding(db, finding, to)) ? allowed({ findingId: finding.id }) : refused(cameSecond)),
  record: (_to, { findingId }, { finding }) => ({ subject: "finding", subjectId: findingId, detail: { comments: finding.comments.length, stances: finding.agencies.map(({ name, stance }) => ({ name, stance })) } }),
});
