import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { openRound } from "~/commands/voting/open-round.server";
import { database } from "~/store/database.server";
import { openSigningKey } from "~/store/signing-key.server";
import { freshDatabase } from "~/store/test-database";
import { programForTests, proposalForTests } from "../../e2e/support/program-for-tests";
import { startJobs } from "./start-jobs.server";

test("a vote whose time is up is closed though nobody looks at it, by one of two servers", async () => {
  const { url } = await freshDatabase();
  await openSigningKey(join(mkdtempSync(join(tmpdir(), "concord-key-")), "key.pem"));
  const program = await programForTests();
  const proposal = await proposalForTests(program);
  const opened = await openRound(program.person("coordinator"), { proposalId: proposal.id });
  await database().$executeRaw`update "Round" set "closesAt" = clock_timestamp() + interval '1 second'`;
  const report = vi.fn();
  const post = { smtpUrl: undefined, mailFrom: "concord@example.org", origin: "http://localhost:3000" };
  const servers = [await startJobs({ url, report, post }), await startJobs({ url, report, post })];
  try {
    await vi.waitFor(async () => expect(await database().round.findFirst()).toMatchObject({ state: "closed" }), { timeout: 100_000, interval: 500 });
    expect(opened.ok && (await database().notice.count({ where: { cause: `round.close:${opened.value.roundId}` } }))).toBe(5);
    expect(report).not.toHaveBeenCalled();
  } finally {
    await Promise.all(servers.map(({ stop }) => stop()));
  }
}, 120_000);
