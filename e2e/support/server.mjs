import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";

/** A whole workplace for one run of the browser tests: its own folder, its own database, the demonstration in it. */
const folder = await mkdtemp(path.join(os.tmpdir(), "concord-e2e-"));
await chmod(folder, 0o711);
const port = process.env.E2E_PORT ?? "4310";
const child = spawn(process.execPath, ["--enable-source-maps", "build/server/index.js"], {
  env: { ...process.env, NODE_ENV: "production", PORT: port, HOST: "localhost", ORIGIN: `http://localhost:${port}`, DATA_DIR: folder, DATABASE_URL: "", SMTP_URL: "", DEMO: "on", TRUST_PROXY: "" },
  stdio: ["ignore", "pipe", "inherit"],
});
// The tests read the demonstration's password where the start prints it.
const printed = createWriteStream(path.join(os.tmpdir(), `concord-e2e-${port}.log`), { mode: 0o600 });
child.stdout.pipe(printed);
for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => child.kill("SIGTERM"));
child.once("exit", async (code) => {
  await rm(folder, { recursive: true, force: true });
  process.exit(code ?? 1);
});
