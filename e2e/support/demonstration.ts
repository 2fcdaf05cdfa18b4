import { readFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

/** The password of the demonstration's people, from the line that the start prints. */
export function demonstrationPassword(): string {
  const printed = readFileSync(path.join(os.tmpdir(), `concord-e2e-${process.env.E2E_PORT}.log`), "utf8");
  const password = /^Demonstration password: (.+)$/m.exec(printed)?.[1];
  if (!password) throw new Error("The server printed no demonstration password.");
  return password.trim();
}
