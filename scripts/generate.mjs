import { fileURLToPath } from "node:url";
import { runNode, root } from "./run.mjs";

/** Writes the typed database client to app/store/generated. */
export async function generate() {
  // Prisma would download a native engine that the client here never uses; any existing file keeps it from trying.
  await runNode("prisma generate", ["node_modules/prisma/build/index.js", "generate"], {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.chdir(root);
  await generate().catch((fault) => {
    console.error(fault.message);
    process.exitCode = 1;
  });
}
