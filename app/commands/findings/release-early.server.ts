import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { saveEarlyRelease, saveFinding } from "~/store/findings.server";
import { isPerson } from "~/store/voting.server";
import { cameSecond, loadFinding } from "./load-finding.server";
import { saveVersion } from "./save-version.server";

/** One agency agrees that a finding comes out before its embargo ends. With the last of them it does. */
export const releaseEarly = command("finding.respond", {
  input: z.strictObject({ findingId: z.string() }),
  load: async (db, { findingId }, actor) => loadFinding(db, findingId, actor),
  rule: ({ finding }) => (finding.state === "embargoed" ? allowed(finding) : refused("This finding is not under embargo.")),
  save: async (db, finding, { actor, now }) => {
    if (!isPerson(actor)) return refused("Sign in to do this.", 401);
    const left = await saveEarlyRelease(db, finding.id, actor.organizationId, now);
    if (left > 0) return allowed({ findingId: finding.id, version: null as number | null });
    if (!(await saveFinding(db, finding, "published"))) return refused(cameSecond);
    return allowed({ findingId: finding.id, version: await saveVersion(db, finding, now) });
  },
  record: (_finding, { findingId, version }) => ({ subject: "finding", subjectId: findingId, detail: { early: true, version } }),
});
