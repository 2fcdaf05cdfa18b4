import { z } from "zod";
import { command } from "~/commands/command.server";
import type { Actor } from "~/domain/access/may";
import { allowed, refused, type Outcome } from "~/domain/access/ruling";
import { publicationRuling } from "~/domain/evaluation/dialogue";
import { contentFault } from "~/domain/evaluation/finding";
import { instantOf } from "~/domain/voting/deadline";
import { database } from "~/store/database.server";
import { endedEmbargoes, saveFinding } from "~/store/findings.server";
import { cameSecond, loadFinding } from "./load-finding.server";
import { saveVersion } from "./save-version.server";

/** Publishes a checked finding now, or at the minute at which its embargo ends. No agency is asked again. */
export const publishFinding = command("finding.publish", {
  input: z.strictObject({ findingId: z.string(), until: z.string().trim().max(20).default("") }),
  load: async (db, { findingId }, actor) => loadFinding(db, findingId, actor),
  rule: ({ finding }, { until }, { now }) => {
    const moment = until === "" ? null : instantOf(until, finding.program.timeZone, "until");
    if (moment && !moment.ok) return moment;
    if (finding.state === "embargoed") return refused("This finding is under embargo already. Change the day of its end instead.");
    const ruling = publicationRuling(finding, { until: moment?.value ?? null, now });
    if (!ruling.ok) return ruling;
    return contentFault(finding.content) ?? allowed({ to: ruling.value, embargoUntil: moment?.value ?? null });
  },
  save: async (db, { to, embargoUntil }, { now }, { finding }) => {
    if (!(await saveFinding(db, finding, to, { embargoUntil }))) return refused(cameSecond);
    return allowed({ findingId: finding.id, version: to === "published" ? await saveVersion(db, finding, now) : null });
  },
  record: ({ embargoUntil }, { findingId, version }) => ({ subject: "finding", subjectId: findingId, detail: { version, embargoUntil: embargoUntil?.toISOString() ?? null } }),
});

const release = command("finding.release", {
  input: z.strictObject({ findingId: z.string() }),
  load: async (db, { findingId }, actor) => loadFinding(db, findingId, actor),
  rule: ({ finding }, _input, { now }) => {
    if (finding.state !== "embargoed" || !finding.embargoUntil) return refused("This finding is not under embargo.");
    return finding.embargoUntil <= now ? allowed("published" as const) : refused("The embargo has not ended yet.");
  },
  save: async (db, to, { now }, { finding }) => ((await saveFinding(db, finding, to)) ? allowed({ findingId: finding.id, version: await saveVersion(db, finding, now) }) : refused(cameSecond)),
  record: (_to, { findingId, version }) => ({ subject: "finding", subjectId: findingId, detail: { version } }),
});

/** Publishes what is due: whoever notices first, a page or the job of each minute. Gives how many this call published. */
export async function releaseFindings(findingId?: string): Promise<number> {
  let released = 0;
  for (const { id, programId } of await endedEmbargoes(database(), findingId)) {
    const clock: Actor = { kind: "clock", programId };
    const outcome: Outcome<unknown> = await release(clock, { findingId: id });
    if (outcome.ok) released += 1;
  }
  return released;
}
