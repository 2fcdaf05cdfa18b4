import PgBoss from "pg-boss";
import { continueImports } from "~/commands/evaluation/run-import.server";
import { lapsePlans } from "~/commands/evaluation/lapse-plans.server";
import { signDueHeads } from "~/commands/records/sign-head.server";
import { closeOverdue } from "~/commands/voting/close-overdue.server";

export type Jobs = { stop: () => Promise<void> };

type Report = (fault: unknown, job: string) => void;

const everyMinute = "* * * * *";

/** What happens without anybody asking. Each job is also done by the first page that notices, so a server that slept loses nothing. */
const jobs: Record<string, () => Promise<unknown>> = {
  "close-overdue-rounds": () => closeOverdue(),
  "continue-imports": () => continueImports(),
  "lapse-unsigned-plans": () => lapsePlans(),
  "sign-records-heads": () => signDueHeads(),
};

/** Starts the jobs on the database at `url`. Several servers may do so: each turn of a job is taken by one of them. */
export async function startJobs({ url, report }: { url: string; report: Report }): Promise<Jobs> {
  const boss = new PgBoss({ connectionString: url, schema: "jobs", max: 2, application_name: "concord jobs" });
  boss.on("error", (fault) => report(fault, "jobs"));
  await boss.start();
  for (const [name, work] of Object.entries(jobs)) {
    await boss.createQueue(name, { name, policy: "short", retryLimit: 0 });
    await boss.work(name, async () => {
      await work().catch((fault: unknown) => report(fault, name));
    });
    await boss.schedule(name, everyMinute);
  }
  return { stop: () => boss.stop({ graceful: true, wait: true, timeout: 3_000, close: true }) };
}
