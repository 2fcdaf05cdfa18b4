import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(fileURLToPath(new URL("..", import.meta.url)));
const folder = path.join(root, "prisma", "migrations");

const [verb, name] = process.argv.slice(2);
if (verb === "check") await check();
else if (verb === "create" && /^[a-z][a-z0-9_]*$/.test(name ?? "")) await create(name);
else {
  console.error("Usage: node scripts/migration.mjs check | create name_in_small_letters");
  process.exitCode = 1;
}

async function check() {
  const difference = await differ();
  if (difference === "") return;
  console.error(`prisma/schema.prisma and prisma/migrations differ: run "npm run migration:create name_of_the_change". Missing:\n\n${difference}`);
  process.exitCode = 2;
}

async function create(title) {
  const difference = await differ();
  if (difference === "") {
    console.log("The migrations already make what prisma/schema.prisma says.");
    return;
  }
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const made = path.join(folder, `${stamp}_${title}`);
  await mkdir(made, { recursive: true });
  await writeFile(path.join(made, "migration.sql"), difference);
  console.log(path.relative(root, path.join(made, "migration.sql")));
}

/** The SQL between what the migrations make, tried on a database in memory, and what the schema says. */
async function differ() {
  const [{ PGlite }, { pg_trgm }, { PrismaPGlite }, { bindMigrationAwareSqlAdapterFactory }] = await Promise.all([
    import("@electric-sql/pglite"),
    import("@electric-sql/pglite/contrib/pg_trgm"),
    import("pglite-prisma-adapter"),
    import("@prisma/driver-adapter-utils"),
  ]);
  const { SchemaEngine } = await loadSchemaEngine();
  // The migrations are tried on a database of its own, which needs the extension that they ask for.
  const [memory, shadow] = [new PGlite(), new PGlite({ extensions: { pg_trgm } })];
  const factory = new PrismaPGlite(memory);
  factory.connectToShadowDb = () => new PrismaPGlite(shadow).connect();
  const file = { path: "schema.prisma", content: await readFile(path.join(root, "prisma", "schema.prisma"), "utf8") };
  const engine = await SchemaEngine.new({ datamodels: [[file.path, file.content]] }, () => {}, bindMigrationAwareSqlAdapterFactory(factory));
  const outcome = await engine.diff({
    from: { tag: "migrations", ...(await readMigrations()) },
    to: { tag: "schemaDatamodel", files: [file] },
    script: true,
    exitCode: true,
    filters: { externalTables: [], externalEnums: [] },
  });
  await Promise.all([memory, shadow].map((each) => (each.closed ? null : each.close())));
  return outcome.exitCode === 0 ? "" : (outcome.stdout ?? "");
}

async function readMigrations() {
  const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return {
    baseDir: folder,
    lockfile: { path: "migration_lock.toml", content: await readFile(path.join(folder, "migration_lock.toml"), "utf8") },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(
      names.sort().map(async (directory) => ({
        path: directory,
        migrationFile: { path: "migration.sql", content: { tag: "ok", value: await readFile(path.join(folder, directory, "migration.sql"), "utf8") } },
      })),
    ),
  };
}

async function loadSchemaEngine() {
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const wasm = path.join(path.dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg")), "schema_engine_bg.wasm");
  const { instance } = await WebAssembly.instantiate(await readFile(wasm), { "./schema_engine_bg.js": bindings });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return bindings;
}
