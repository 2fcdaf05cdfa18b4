import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { moveFinding } from "~/domain/evaluation/finding-stages";
import { saveFinding } from "~/store/findings.server";
import { cameSecond, loadFinding, withReason } from "./load-finding.server";

/** Opens the next version of a published finding. The version before holds until that one is checked and published. */
export const correctFinding = command("finding.publish", {
  input: withReason,
  load: async (db, { findingId }, actor) => loadFinding(db, findingId, actor),
  rule: ({ finding }, { reason }) => {
    const moved = moveFinding(finding.state, "correct");
    return moved.ok ? allowed({ to: moved.value, reason }) : moved;
  },
  save: async (db, { to, reason }, _moment, { finding }) => ((await saveFinding(db, finding, to, { reason, checkedById: null, checkedByName: null, checkedAt: null })) ? allowed({ findingId: finding.id }) : refused(cameSecond)),
  record: ({ reason }, { findingId }) => ({ subject: "finding", subjectId: findingId, detail: { correcting: true, reason } }),
});
