import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { removeSeed, seed, seededFolder, startProgram } from "./workplace.mjs";

/** A whole workplace for one run of the browser tests: its own folder, its own database, the demonstration in it. */
await seed();
const folder = await seededFolder();
const port = process.env.E2E_PORT ?? "4310";
const child = startProgram(folder, port, {}, ["ignore", "pipe", "inherit"]);
// The tests read the demonstration's password where the start prints it.
const printed = createWriteStream(path.join(os.tmpdir(), `concord-e2e-${port}.log`), { mode: 0o600 });
child.stdout?.pipe(printed);
for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => child.kill("SIGTERM"));
child.once("exit", async (code) => {
  await rm(folder, { recursive: true, force: true });
  await removeSeed();
  process.exit(code ?? 1);
});
