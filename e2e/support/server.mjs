import { rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { removeSeed, seed, seededFolder, startProgram } from "./workplace.mjs";

/** A whole workplace for one run of the browser tests: its own folder, its own database, the demonstration in it. */
const printed = await seed();
const port = process.env.E2E_PORT ?? "4310";
// The tests read the demonstration's password where the first start prints it.
await writeFile(path.join(os.tmpdir(), `concord-e2e-${port}.log`), printed, { mode: 0o600 });
const folder = await seededFolder();
const child = startProgram(folder, port, {}, ["ignore", "ignore", "inherit"]);
for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => child.kill("SIGTERM"));
child.once("exit", async (code) => {
  await rm(folder, { recursive: true, force: true });
  await removeSeed();
  process.exit(code ?? 1);
});
