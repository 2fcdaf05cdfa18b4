import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { root, runNode } from "./run.mjs";

const compressible = /\.(js|css|svg|json|txt|html|webmanifest|map)$/;

/** Builds the pages and the server, and compresses what browsers fetch, once, as small as it gets. */
export async function build() {
  await runNode("remix vite:build", ["node_modules/@remix-run/dev/dist/cli.js", "vite:build"], { NODE_ENV: "production" });
  await compress(path.join(root, "build", "client"));
}

async function compress(folder) {
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !compressible.test(entry.name)) continue;
    const file = path.join(entry.parentPath ?? entry.path, entry.name);
    const content = await readFile(file);
    if (content.length < 1024) continue;
    const brotli = await promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
    await writeFile(`${file}.br`, brotli);
    await writeFile(`${file}.gz`, await promisify(gzip)(content, { level: 9 }));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.chdir(root);
  await build().catch((fault) => {
    console.error(fault.message);
    process.exitCode = 1;
  });
}
