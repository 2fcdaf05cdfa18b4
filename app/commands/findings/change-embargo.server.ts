import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { embargoRuling } from "~/domain/evaluation/dialogue";
import { instantOf } from "~/domain/voting/deadline";
import { saveFinding } from "~/store/findings.server";
import { cameSecond, loadFinding } from "./load-finding.server";

/** Sets another end for an embargo that has not ended. */
export const changeEmbargo = command("finding.publish", {
  input: z.strictObject({ findingId: z.string(), until: z.string({ error: "Say when it comes out." }).trim().min(1, "Say when it comes out.").max(20) }),
  load: async (db, { findingId }, actor) => loadFinding(db, findingId, actor),
  rule: ({ finding }, { until }, { now }) => {
    const moment = instantOf(until, finding.program.timeZone, "until");
    if (!moment.ok) return moment;
    const ruling = embargoRuling(finding, { until: moment.value, now });
    return ruling.ok ? allowed({ embargoUntil: moment.value }) : ruling;
  },
  save: async (db, change, _moment, { finding }) => ((await saveFinding(db, finding, "embargoed", change)) ? allowed({ findingId: finding.id }) : refused(cameSecond)),
  record: ({ embargoUntil }, { findingId }, { finding }) => ({ subject: "finding", subjectId: findingId, detail: { from: finding.embargoUntil?.toISOString() ?? null, to: embargoUntil.toISOString() } }),
});
