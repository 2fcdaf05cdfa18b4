import http from "node:http";
import { gzipSync } from "node:zlib";
import { chromium } from "@playwright/test";
import { installedBrowser } from "../../scripts/browser.mjs";
import { atEnd } from "../support/ending.mjs";

export async function startBrowser() {
  const executablePath = installedBrowser();
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ["--no-sandbox"] });
  atEnd(() => browser.close());
  return browser;
}

/** Opens a page in a browser that has never been there. */
export async function firstVisit(browser, url, { cookie, editor = false } = {}) {
  const context = await browser.newContext();
  try {
    if (cookie) await context.addCookies([{ name: "concord", value: cookie.split("=")[1], url: new URL(url).origin }]);
    const page = await context.newPage();
    const scripts = new Set();
    page.on("response", (response) => response.request().resourceType() === "script" && scripts.add(response.url()));
    await page.addInitScript(watchPage);
    await page.goto(url, { waitUntil: "load" });
    if (editor) {
      const text = page.locator("[contenteditable=true]").first();
      await text.waitFor({ timeout: 30_000 });
      await text.press("End");
      await page.keyboard.type("qzx");
      await page.getByText("qzx").first().waitFor({ timeout: 5_000 });
    } else await page.waitForTimeout(500);
    const measured = await page.evaluate(() => window.measured);
    let script = 0;
    for (const address of scripts) script += await gzipped(address);
    return { ...measured, script: script / 1_024 };
  } finally {
    await context.close();
  }
}

/** Runs in the page, before anything of the page does. */
function watchPage() {
  window.measured = { paint: 0, editable: 0 };
  new PerformanceObserver((list) => (window.measured.paint = list.getEntries().at(-1).startTime)).observe({ type: "largest-contentful-paint", buffered: true });
  const look = () => {
    if (document.querySelector("[contenteditable=true]")) window.measured.editable = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

const sizes = new Map();

/** How large a script is as gzip, whichever way it was sent. */
async function gzipped(address) {
  if (!sizes.has(address)) sizes.set(address, gzipSync(await fetched(address), { level: 9 }).length);
  return sizes.get(address);
}

function fetched(address) {
  return new Promise((resolve, reject) => {
    http.get(address, { headers: { "accept-encoding": "identity" } }, (response) => {
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk)).on("end", () => resolve(Buffer.concat(chunks))).on("error", reject);
    }).on("error", reject);
  });
}
