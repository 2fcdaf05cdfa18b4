import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { moveFinding } from "~/domain/evaluation/finding-stages";
import { retractVersions, saveFinding } from "~/store/findings.server";
import { cameSecond, loadFinding, withReason } from "./load-finding.server";

/** Takes a finding out of what is held to be true. Its address stays and says why. */
export const retractFinding = command("finding.publish", {
  input: withReason,
  load: async (db, { findingId }, actor) => loadFinding(db, findingId, actor),
  rule: ({ finding }, { reason }) => {
    const moved = moveFinding(finding.state, "retract");
    return moved.ok ? allowed({ to: moved.value, reason }) : moved;
  },
  save: async (db, { to, reason }, _moment, { finding }) => {
    if (!(await saveFinding(db, finding, to, { reason }))) return refused(cameSecond);
    await retractVersions(db, finding.id, reason);
    return allowed({ findingId: finding.id });
  },
  record: ({ reason }, { findingId }) => ({ subject: "finding", subjectId: findingId, detail: { retracted: true, reason } }),
});
