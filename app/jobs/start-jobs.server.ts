import PgBoss from "pg-boss";
import { continueImports } from "~/commands/evaluation/run-import.server";
import { lapsePlans } from "~/commands/evaluation/lapse-plans.server";
import { remindReviews } from "~/commands/review/remind-reviews.server";
import { tellLapses } from "~/commands/resources/tell-lapse.server";
import { signDueHeads } from "~/commands/records/sign-head.server";
import { releaseFindings } from "~/commands/findings/publish-finding.server";
import { closeOverdue } from "~/commands/voting/close-overdue.server";
import { remindVoters } from "~/commands/voting/remind-voters.server";
import { gatherDigests } from "~/mail/gather-digests.server";
import type { PostSettings } from "~/mail/post.server";
import { sendDueMail } from "~/mail/send-due-mail.server";
import { hearMailDue } from "~/queries/notices/mail-due.server";

export type Jobs = { stop: () => Promise<void> };

type Report = (fault: unknown, job: string) => void;
type Start = { url: string; report: Report; post: PostSettings };
type Job = { when: string; work: () => Promise<unknown>; pollingIntervalSeconds?: number };

// A turn of a job that comes by the clock may wait so long until a server looks for it: many that look often cost more than the jobs.
const seldom = 10;

const everyMinute = "* * * * *";
const everyTenMinutes = "*/10 * * * *";
// For reviews a turn a day would do; a turn missed is made up for within the hour.
const everyHour = "25 * * * *";

/**
 * What happens without anybody asking, and when, as a cron expression in UTC. Every job finds by itself what is due,
 * so that a server that slept loses nothing and a turn too many does nothing.
 */
function jobsWith(post: PostSettings): Record<string, Job> {
  return {
    "close-overdue-rounds": { when: everyMinute, work: () => closeOverdue() },
    "continue-imports": { when: everyMinute, work: () => continueImports() },
    "release-findings": { when: everyMinute, work: () => releaseFindings() },
    "lapse-unsigned-plans": { when: everyMinute, work: () => lapsePlans() },
    "sign-records-heads": { when: everyMinute, work: () => signDueHeads() },
    "remind-voters": { when: everyTenMinutes, work: () => remindVoters() },
    "tell-lapses": { when: everyHour, work: () => tellLapses() },
    "remind-reviews": { when: everyHour, work: () => remindReviews() },
    "gather-digests": { when: everyTenMinutes, work: () => gatherDigests() },
    "send-mail": { when: everyMinute, work: () => sendDueMail(post), pollingIntervalSeconds: 2 },
  };
}

/** Starts the jobs on the database at `url`. Several servers may do so: each turn of a job is taken by one of them. */
export async function startJobs({ url, report, post }: Start): Promise<Jobs> {
  const boss = new PgBoss({ connectionString: url, schema: "jobs", max: 2, application_name: "concord jobs" });
  boss.on("error", (fault) => report(fault, "jobs"));
  await boss.start();
  for (const [name, { when, work, pollingIntervalSeconds = seldom }] of Object.entries(jobsWith(post))) {
    await boss.createQueue(name, { name, policy: "short", retryLimit: 0 });
    await boss.work(name, { pollingIntervalSeconds }, async () => {
      await work().catch((fault: unknown) => report(fault, name));
    });
    await boss.schedule(name, when, undefined, { tz: "UTC" });
  }
  // Mail that an act owes leaves within seconds; the turn of each minute is for what was missed.
  const deaf = await hearMailDue(() => void boss.send("send-mail", {}).catch((fault: unknown) => report(fault, "send-mail")));
  return {
    stop: async () => {
      await deaf();
      await boss.stop({ graceful: true, wait: true, timeout: 3_000, close: true });
    },
  };
}
