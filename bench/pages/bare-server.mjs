import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { root, runNode } from "../../scripts/run.mjs";
import { answering, freePort, startNode } from "../support/processes.mjs";

/** Builds the bare Remix app and serves pages with it: the same React, the same Remix, the same elements. */
export async function startBare(pages) {
  // Inside node_modules, where its imports find the same packages.
  const folder = path.join(root, "node_modules", ".cache", "concord", "bench-bare");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(fileURLToPath(new URL("../bare", import.meta.url)), folder, { recursive: true });
  await runNode("The build of the bare page", [path.join(root, "node_modules/@remix-run/dev/dist/cli.js"), "vite:build", folder], { NODE_ENV: "production" });
  const file = path.join(folder, "pages.json");
  writeFileSync(file, JSON.stringify(pages));
  const port = await freePort();
  const server = startNode(["server.mjs"], { cwd: folder, env: { NODE_ENV: "production", PORT: String(port), PAGES: file, CLIENT: path.join(root, "build", "client") } });
  const origin = `http://127.0.0.1:${port}`;
  await answering(`${origin}/${Object.keys(pages)[0]}`, server);
  return { origin, pid: server.pid };
}
