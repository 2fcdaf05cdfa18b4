import { readFileSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { build, generateClient } from "../../scripts/prepare.mjs";
import { root } from "../../scripts/run.mjs";
import { atEnd } from "./ending.mjs";
import { answering, freePort, startNode } from "./processes.mjs";

/** A Concord of its own, as `npm start` starts it, with an empty database in a temporary folder. */
export async function startConcord() {
  process.chdir(root);
  await generateClient();
  await build();
  const folder = await mkdtemp(path.join(os.tmpdir(), "concord-bench-"));
  atEnd(() => rm(folder, { recursive: true, force: true }));
  // PostgreSQL may run as another user, who has to get through.
  await chmod(folder, 0o711);
  const [port, inspector] = [await freePort(), await freePort()];
  const origin = `http://127.0.0.1:${port}`;
  const env = { NODE_ENV: "production", PORT: String(port), HOST: "127.0.0.1", ORIGIN: origin, DATA_DIR: folder, DATABASE_URL: "", SMTP_URL: "", TRUST_PROXY: "", DEMO: "off", ADMIN_EMAIL: "coordinator@bench.example" };
  const server = startNode([`--inspect=127.0.0.1:${inspector}`, "--enable-source-maps", "build/server/index.js"], { cwd: root, env });
  await answering(`${origin}/health`, server);
  const [databasePid, , , databasePort] = readFileSync(path.join(folder, "postgres", "postmaster.pid"), "utf8").split("\n").map((line) => Number(line));
  const { owner } = JSON.parse(readFileSync(path.join(folder, "database-passwords.json"), "utf8"));
  return { origin, port, pid: server.pid, inspector, databasePid, databaseUrl: `postgresql://concord_owner:${owner}@127.0.0.1:${databasePort}/concord` };
}
