import { accessSync, constants, existsSync } from "node:fs";
import path from "node:path";

/** The path of an installed Chromium, or undefined when Playwright's own is to be used. */
export function installedBrowser() {
  const names = process.platform === "win32" ? ["chrome.exe"] : ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  for (const folder of (process.env.PATH ?? "").split(path.delimiter)) {
    for (const name of names) {
      const file = path.join(folder, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Not here; the next folder.
      }
    }
  }
  return undefined;
}

/** Finds a browser for the tests, and installs one where there is none. */
export async function findBrowser({ install }) {
  if (installedBrowser()) return;
  const { chromium } = await import("@playwright/test");
  if (existsSync(chromium.executablePath())) return;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    try {
      await install("apt-get update", "apt-get", ["update"]);
      await install("apt-get install chromium", "apt-get", ["install", "-y", "--no-install-recommends", "chromium"], { DEBIAN_FRONTEND: "noninteractive" });
      if (installedBrowser()) return;
    } catch (fault) {
      console.log(fault.message);
    }
  }
  await install("playwright install chromium", process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"]);
}
