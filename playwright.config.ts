import { defineConfig, devices } from "@playwright/test";
import { installedBrowser } from "./scripts/browser.mjs";

const port = Number(process.env.E2E_PORT ?? 4310);
process.env.E2E_PORT = String(port);
const executablePath = installedBrowser();

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  workers: 2,
  fullyParallel: false,
  forbidOnly: process.env.CI !== undefined,
  // Where nobody watches, a machine that stood still for a while is given another go, and the report says "flaky".
  retries: process.env.CI ? 1 : 0,
  // Two slow cores shared by browsers, servers and databases: how long a step takes is no test of it.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: "list",
  use: {
    ...devices["Desktop Chrome"],
    baseURL: `http://localhost:${port}`,
    // A trace of every page takes as long again as the tests: ask for one with --trace on.
    screenshot: "only-on-failure",
    actionTimeout: 30_000,
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--font-render-hinting=none"],
    },
  },
  webServer: {
    command: "node e2e/support/server.mjs",
    url: `http://localhost:${port}/health`,
    timeout: 120_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
    env: { E2E_PORT: String(port) },
    stdout: "ignore",
  },
});
