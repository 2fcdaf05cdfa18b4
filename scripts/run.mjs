import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.resolve(fileURLToPath(new URL("..", import.meta.url)));

/** Runs a program quietly and shows what it printed when it fails. */
export function run(title, command, args, environment = {}, { show = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: show ? "inherit" : ["ignore", "pipe", "pipe"],
      // npm and npx are .cmd files on Windows, which start only through a shell.
      shell: process.platform === "win32" && !path.isAbsolute(command),
    });
    let printed = "";
    child.stdout?.on("data", (chunk) => (printed += chunk));
    child.stderr?.on("data", (chunk) => (printed += chunk));
    child.once("error", (fault) => reject(new Error(`${title} could not be started: ${fault.message}`)));
    child.once("close", (code) => {
      if (code === 0) resolve(printed);
      else reject(new Error(`${title} failed (exit code ${code}).\n${printed.trimEnd()}`));
    });
  });
}

export function runNode(title, args, environment = {}, options = {}) {
  return run(title, process.execPath, args, environment, options);
}

/** Runs `work` when the files it depends on, or what it makes, differ from the last time. */
export async function whenStale(name, { sources, makes }, work) {
  const stamp = path.join(root, "node_modules", ".cache", "concord", `${name}.stamp`);
  const now = fingerprint(sources);
  const before = existsSync(stamp) ? readFileSync(stamp, "utf8") : "";
  if (before === now && makes.every((made) => existsSync(path.join(root, made)))) return false;
  await work();
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
  return true;
}

function fingerprint(sources) {
  const hash = createHash("sha256").update(process.version);
  for (const source of sources) {
    for (const file of filesBelow(source)) hash.update(file).update("\0").update(readFileSync(path.join(root, file)));
  }
  return hash.digest("hex");
}

function filesBelow(relative) {
  const full = path.join(root, relative);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return /\.test\.tsx?$/.test(relative) ? [] : [relative];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesBelow(path.join(relative, name)));
}

/** One line while a step runs, and how long it took. */
export async function step(title, work) {
  process.stdout.write(`${title} ...\n`);
  const begun = performance.now();
  const outcome = await work();
  process.stdout.write(`${title}: done in ${((performance.now() - begun) / 1000).toFixed(1)} s\n`);
  return outcome;
}
