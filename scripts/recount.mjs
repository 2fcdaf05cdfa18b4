// Counts every closed vote again from its ballots, and checks the chain of records: npm run recount -- [ROUND...]
// It reads DATABASE_URL, or the embedded database in DATA_DIR while Concord runs on it. It writes nothing.
import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import pg from "pg";
import { root } from "./run.mjs";

const { recount } = await ownModule();
const pool = new pg.Pool({ connectionString: databaseUrl(), max: 1 });
try {
  const { said, wrong } = await recount((text, values) => pool.query(text, values).then(({ rows }) => rows), process.argv.slice(2));
  for (const line of said) console.log(line);
  if (wrong.length > 0) {
    for (const line of wrong) console.error(line);
    process.exitCode = 1;
  }
} catch (fault) {
  console.error(`The votes cannot be counted: ${fault.message}`);
  process.exitCode = 2;
} finally {
  await pool.end();
}

function databaseUrl() {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL;
  const folder = path.resolve(process.env.DATA_DIR || path.join(root, "data"));
  try {
    const port = Number(readFileSync(path.join(folder, "postgres", "postmaster.pid"), "utf8").split("\n")[3]);
    const { owner } = JSON.parse(readFileSync(path.join(folder, "database-passwords.json"), "utf8"));
    return `postgresql://concord_owner:${owner}@127.0.0.1:${port}/concord`;
  } catch {
    console.error(`No database runs in ${folder}. Start Concord first, or set DATABASE_URL or DATA_DIR.`);
    return process.exit(2);
  }
}

/** The program's own counting, compiled for Node: what counts here is what counted then. */
async function ownModule() {
  const folder = path.join(root, "node_modules", ".cache", "concord");
  mkdirSync(folder, { recursive: true });
  const outfile = path.join(folder, "recount.mjs");
  await build({ entryPoints: [path.join(root, "scripts", "recount-votes.ts")], outfile, alias: { "~": path.join(root, "app") }, bundle: true, packages: "external", platform: "node", format: "esm", logLevel: "error" });
  return import(pathToFileURL(outfile).href);
}
