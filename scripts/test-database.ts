import { chmod, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { openDatabase } from "../app/store/embedded.server";
import { migrate } from "../app/store/migrations.server";

declare module "vitest" {
  // Vitest's own way of typing what a global setup provides.
  interface ProvidedContext {
    testDatabase: { ownerUrl: string; url: string };
  }
}

/** One throwaway PostgreSQL for the whole run, migrated once; each test file works on a copy. */
export default async function testDatabase(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "concord-test-"));
  await chmod(folder, 0o711);
  const open = await openDatabase({ dataDir: folder, dataDirGiven: true, databaseUrl: undefined });
  const close = async () => {
    await open.close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await migrate(open);
    await makeTemplate(open.ownerUrl);
  } catch (fault) {
    await close();
    throw fault;
  }
  project.provide("testDatabase", { ownerUrl: inDatabase(open.ownerUrl, "postgres"), url: open.url });
  return close;
}

async function makeTemplate(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: inDatabase(ownerUrl, "postgres") });
  client.on("error", () => {});
  await client.connect();
  // What the run writes is thrown away with it.
  await client.query("ALTER SYSTEM SET fsync = off");
  await client.query("SELECT pg_reload_conf()");
  await client.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'concord'");
  await client.query("ALTER DATABASE concord RENAME TO template_concord");
  await client.end();
}

function inDatabase(address: string, name: string): string {
  const url = new URL(address);
  url.pathname = `/${name}`;
  return url.href;
}
