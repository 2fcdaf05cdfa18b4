import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { moveFinding } from "~/domain/evaluation/finding-stages";
import { saveFinding } from "~/store/findings.server";
import { cameSecond, loadFinding } from "./load-finding.server";

/** Takes a finding back into drafting. Its next dialogue begins anew. */
export const recallFinding = command("finding.write", {
  input: z.strictObject({ findingId: z.string() }),
  load: async (db, { findingId }, actor) => loadFinding(db, findingId, actor),
  rule: ({ finding }) => moveFinding(finding.state, "recall"),
  save: async (db, to, _moment, { finding }) => ((await saveFinding(db, finding, to, { checkedById: null, checkedByName: null, checkedAt: null })) ? allowed({ findingId: finding.id }) : refused(cameSecond)),
  record: (_to, { findingId }) => ({ subject: "finding", subjectId: findingId, detail: { recalled: true } }),
});
