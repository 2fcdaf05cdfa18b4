import { existsSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, type SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import type { MigrationList } from "@prisma/schema-engine-wasm";
import pg from "pg";

/** Applies what is missing, one process at a time, and grants the pages' role its rows. Gives the names applied. */
export async function migrate({ ownerUrl, pagesRole }: { ownerUrl: string; pagesRole?: string | undefined }): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock(hashtext('concord-migrations'))");
    const applied = await apply(client, ownerUrl);
    if (pagesRole !== undefined) await grant(client, pagesRole);
    return applied;
  } finally {
    await client.end();
  }
}

async function apply(client: pg.Client, url: string): Promise<string[]> {
  const migrationsList = await readMigrations();
  if ((await unapplied(client, migrationsList)).length === 0) return [];
  const { SchemaEngine } = await loadSchemaEngine();
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  try {
    const engine = await SchemaEngine.new({ datamodels: undefined }, () => {}, bindMigrationAwareSqlAdapterFactory(wholeScripts(pool)));
    const outcome = await engine.applyMigrations({ migrationsList, filters: { externalTables: [], externalEnums: [] } });
    return outcome.appliedMigrationNames;
  } finally {
    await pool.end();
  }
}

/** Prisma's adapter cuts a script at every semicolon, also inside a function's body; PostgreSQL itself reads it whole, in one transaction. */
function wholeScripts(pool: pg.Pool): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPg(pool);
  const connect = async () => {
    const adapter = await factory.connect();
    adapter.executeScript = async (script) => {
      await adapter.underlyingDriver().query(script);
    };
    return adapter;
  };
  return { provider: factory.provider, adapterName: factory.adapterName, connect, connectToShadowDb: connect };
}

/** The engine takes a second to load, and nearly every start has nothing to apply. */
async function unapplied(client: pg.Client, list: MigrationList): Promise<string[]> {
  const names = list.migrationDirectories.map((directory) => directory.path);
  const table = await client.query("SELECT to_regclass('_prisma_migrations') AS found");
  if (table.rows[0].found === null) return names;
  const done = await client.query<{ migration_name: string }>("SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL");
  const finished = new Set(done.rows.map((row) => row.migration_name));
  return names.filter((name) => !finished.has(name));
}

async function grant(client: pg.Client, role: string): Promise<void> {
  const to = client.escapeIdentifier(role);
  await client.query("BEGIN");
  await client.query(`GRANT USAGE ON SCHEMA public TO ${to}`);
  await client.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${to}`);
  await client.query(`GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${to}`);
  await client.query(`REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON "_prisma_migrations" FROM ${to}`);
  for (const table of ['"AuditRecord"', '"RecordsHead"']) {
    const kept = await client.query("SELECT to_regclass($1) AS found", [table]);
    if (kept.rows[0].found !== null) await client.query(`REVOKE UPDATE, DELETE, TRUNCATE ON ${table} FROM ${to}`);
  }
  await client.query("COMMIT");
}

async function readMigrations(): Promise<MigrationList> {
  const baseDir = path.join(projectFolder(), "prisma", "migrations");
  const folders = (await readdir(baseDir, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return {
    baseDir,
    lockfile: { path: "migration_lock.toml", content: await readFile(path.join(baseDir, "migration_lock.toml"), "utf8") },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(
      folders.sort().map(async (name) => ({
        path: name,
        migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value: await readFile(path.join(baseDir, name, "migration.sql"), "utf8") } },
      })),
    ),
  };
}

/** The migrations are read from the sources, wherever this module was bundled to. */
function projectFolder(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, "prisma", "migrations"))) {
    const above = path.dirname(folder);
    if (above === folder) throw new Error("The folder prisma/migrations was not found above the server.");
    folder = above;
  }
  return folder;
}

async function loadSchemaEngine() {
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const wasm = path.join(path.dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg")), "schema_engine_bg.wasm");
  const module = await WebAssembly.compile(new Uint8Array(await readFile(wasm)));
  const imports: WebAssembly.ModuleImports = Object.fromEntries(
    // The engine never clears its ten-second timers, and they would keep a finished process alive.
    Object.entries(bindings as unknown as WebAssembly.ModuleImports).map(([name, value]) => [name, name.startsWith("__wbg_setTimeout") ? waitWithoutHolding : value]),
  );
  const { exports } = await WebAssembly.instantiate(module, { "./schema_engine_bg.js": imports });
  bindings.__wbg_set_wasm(exports);
  (exports.__wbindgen_start as () => void)();
  return bindings;
}

function waitWithoutHolding(work: () => void, milliseconds: number): NodeJS.Timeout {
  return setTimeout(work, milliseconds >>> 0).unref();
}
