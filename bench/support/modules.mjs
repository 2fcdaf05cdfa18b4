import { mkdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { root } from "../../scripts/run.mjs";

/** What the benchmarks need of the program's own modules, compiled for Node. */
export async function ownModules() {
  const folder = path.join(root, "node_modules", ".cache", "concord", "bench");
  mkdirSync(folder, { recursive: true });
  const outfile = path.join(folder, "modules.mjs");
  await build({
    stdin: {
      contents: 'export { schemaVersion } from "~/editor/schema/document-schema"; export { defaultRules } from "~/domain/voting/charter"; export { startingModules } from "~/domain/training/starting-modules"; export { moduleClause } from "~/editor/curriculum-text"; export { analyse } from "~/domain/evaluation/analyse"; export { rScript } from "~/domain/evaluation/r-script";',
      resolveDir: root,
    },
    outfile,
    alias: { "~": path.join(root, "app") },
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    logLevel: "error",
  });
  return import(pathToFileURL(outfile).href);
}
