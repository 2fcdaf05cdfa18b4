import { startBrowser } from "../pages/browser.mjs";
import { percentile } from "../support/results.mjs";
import { newDraft } from "../support/world.mjs";
import { letterOf } from "./keys.mjs";

/** Two browsers on one text: from the moment a key is put in here until it is painted there. */
export async function remoteEye({ concord, world, text, keys }) {
  const browser = await startBrowser();
  try {
    const [writer, reader] = await Promise.all(["Eye one", "Eye two"].map((name) => world.person(name, ["drafter"])));
    const { documentId } = await newDraft(world, writer, text.content);
    const [here, there] = [await opened(writer), await opened(reader)];
    await here.locator("#draft-text").evaluate((shown) => shown.focus());
    await here.keyboard.press("Control+Home");
    await here.keyboard.press("ArrowDown");
    for (let key = 0; key < keys; key++) {
      await here.keyboard.insertText(letterOf(key));
      await here.waitForTimeout(120);
    }
    await there.waitForFunction((letter) => document.querySelector("#draft-text").textContent.includes(letter), letterOf(keys - 1), { timeout: 30_000 });
    await there.waitForTimeout(100);
    const [put, seen] = [await here.evaluate(() => window.put), await there.evaluate(() => window.seen)];
    const delays = Object.keys(put).filter((letter) => seen[letter]).map((letter) => seen[letter] - put[letter]);
    return { p50: percentile(delays, 0.5), p95: percentile(delays, 0.95), missing: keys - delays.length };

    async function opened({ cookie }) {
      const context = await browser.newContext();
      await context.addCookies([{ name: "concord", value: cookie.split("=")[1], url: concord.origin }]);
      const page = await context.newPage();
      await page.addInitScript(watch);
      await page.goto(`${concord.origin}/documents/${documentId}/draft`);
      await page.locator("#draft-text[contenteditable=true]").waitFor({ timeout: 60_000 });
      await page.waitForTimeout(1_000);
      return page;
    }
  } finally {
    await browser.close();
  }
}

/** Runs in the page. Both pages are on one machine, so that their clocks agree. */
function watch() {
  window.put = {};
  window.seen = {};
  const now = () => performance.timeOrigin + performance.now();
  document.addEventListener("beforeinput", ({ data }) => data && (window.put[data] = now()), true);
  const look = new MutationObserver((changes) => {
    const letters = changes.flatMap(({ target, addedNodes }) => [target, ...addedNodes]).flatMap((node) => [...(node.textContent ?? "")].filter((letter) => letter >= "\u4e00" && letter < "\u9c00" && !window.seen[letter]));
    if (letters.length > 0) requestAnimationFrame(() => letters.forEach((letter) => (window.seen[letter] ??= now())));
  });
  document.addEventListener("DOMContentLoaded", () => look.observe(document.documentElement, { subtree: true, childList: true, characterData: true }));
}
