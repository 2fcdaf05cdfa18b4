import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { contentFault, dialogueDays } from "~/domain/evaluation/finding";
import { moveFinding } from "~/domain/evaluation/finding-stages";
import { saveFinding, voicesOf } from "~/store/findings.server";
import { tell } from "~/store/notices.server";
import { cameSecond, loadFinding } from "./load-finding.server";

/** Shows the agencies the draft for the agreed days. The notice does not say what it is about. */
export const openDialogue = command("finding.write", {
  input: z.strictObject({ findingId: z.string(), days: dialogueDays.default(30) }),
  load: async (db, { findingId }, actor) => loadFinding(db, findingId, actor),
  rule: ({ finding }, { days }, { now }) => {
    const moved = moveFinding(finding.state, "open");
    if (!moved.ok) return moved;
    const fault = contentFault(finding.content);
    return fault ?? allowed({ to: moved.value, dialogueDays: days, dialogueEndsAt: new Date(now.getTime() + days * 86_400_000) });
  },
  save: async (db, { to, ...change }, { now }, { finding }) => {
    if (!(await saveFinding(db, finding, to, change))) return refused(cameSecond);
    const personIds = await voicesOf(db, finding.agencies.map(({ organizationId }) => organizationId));
    await tell(db, { programId: finding.programId, personIds, body: "A finding waits for your answer.", path: `/evaluation/findings/${finding.id}`, cause: `finding.open:${finding.id}:${now.toISOString()}` });
    return allowed({ findingId: finding.id });
  },
  record: ({ dialogueEndsAt }, { findingId }) => ({ subject: "finding", subjectId: findingId, detail: { dialogueUntil: dialogueEndsAt.toISOString() } }),
});
