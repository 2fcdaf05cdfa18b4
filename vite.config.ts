import { vitePlugin as remix } from "@remix-run/dev";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";
import remixConfig from "./remix.config.js";

declare module "@remix-run/node" {
  // What loaders give keeps its types, dates included.
  interface Future {
    v3_singleFetch: true;
  }
}

/** Compiles app/server.ts together with the app, so that pages and the
 * collaboration socket share one module graph. Beside it stand the entries
 * of the threads that write and read PDFs and that run long analyses. */
const oneServerBundle: Plugin = {
  name: "one-server-bundle",
  enforce: "post",
  config: (_config, { isSsrBuild }) =>
    isSsrBuild
      ? {
          build: {
            rollupOptions: {
              input: { index: "./app/server.ts", "pdf-worker": "./app/editor/export/pdf/pdf-worker.ts", "analysis-worker": "./app/commands/evaluation/analysis-worker.ts" },
              output: { entryFileNames: "[name].js" },
            },
          },
        }
      : undefined,
};

export default defineConfig({
  plugins: [remix(remixConfig), oneServerBundle],
  resolve: { alias: { "~": fileURLToPath(new URL("./app", import.meta.url)) } },
  build: { target: "es2022", sourcemap: false, assetsInlineLimit: 0 },
});
