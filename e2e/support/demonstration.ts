import { readFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

const patience = 15_000;

/** The password of the demonstration's people, from the line that the start prints, which may be a moment after the first page is served. */
export function demonstrationPassword(): string {
  for (const until = Date.now() + patience; ; Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100)) {
    const printed = readFileSync(path.join(os.tmpdir(), `concord-e2e-${process.env.E2E_PORT}.log`), "utf8");
    const password = /^Demonstration password: (.+)$/m.exec(printed)?.[1];
    if (password) return password.trim();
    if (Date.now() > until) throw new Error("The server printed no demonstration password.");
  }
}
