import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** These wait for a clock most of their time: begun first, they wait beside those that count. */
const waiting = /(jobs\/start-jobs|realtime\/faults)\.test\.ts$/;

class WaitingFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const sorted = await super.sort(files);
    return [...sorted.filter(({ moduleId }) => waiting.test(moduleId)), ...sorted.filter(({ moduleId }) => !waiting.test(moduleId))];
  }
}

export default defineConfig({
  resolve: { alias: { "~": fileURLToPath(new URL("./app", import.meta.url)) } },
  test: {
    include: ["app/**/*.test.{ts,tsx}", "scripts/**/*.test.ts"],
    globalSetup: ["./scripts/test-database.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 3,
    // As with the browser tests: where nobody watches there is a second try, and the end of the run names what needed it.
    retry: process.env.CI ? 1 : 0,
    // To load the program anew for each file took as long as the tests: a file leaves nothing behind, its database is its own.
    isolate: false,
    sequence: { sequencer: WaitingFirst },
  },
});
