import { test as base } from "@playwright/test";

export { expect } from "@playwright/test";

/** All tests of a worker share a browser, which keeps every window that one of them opened, and each goes on drawing and asking. So a test's own are closed behind it. */
export const test = base.extend<{ keepsWindows: boolean; windowsClosed: void }>({
  /** Whether the next test of the file goes on in the same windows. */
  keepsWindows: [false, { option: true }],
  windowsClosed: [
    async ({ browser, keepsWindows }, use) => {
      const before = new Set(browser.contexts());
      await use();
      if (!keepsWindows) await Promise.all(browser.contexts().map((window) => (before.has(window) ? undefined : window.close())));
    },
    { auto: true },
  ],
});
