import type { Page } from "@playwright/test";
import axe, { type RunOptions } from "axe-core";

type RunOnly = Extract<RunOptions["runOnly"], { type: string }>;

/** WCAG 2.2, A and AA, as far as a machine can tell. */
export const everything: RunOnly = { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"] };
/** The same page in other colours and another width: what is told of it stays, what is seen of it changes. */
export const whatIsSeen: RunOnly = { type: "rule", values: ["color-contrast", "target-size", "scrollable-region-focusable", "link-in-text-block", "avoid-inline-spacing"] };

/** What breaks the rules on the page as it stands, each in a line. Axe is put into a document once: that takes as long as a look. */
export async function brokenRules(page: Page, runOnly: RunOnly = everything): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(async (runOnly) => {
    const { violations } = await (window as unknown as { axe: { run: typeof axe.run } }).axe.run(document, { runOnly, resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, any }) => `${target.join(" ")} (${any[0]?.message ?? ""})`).slice(0, 3).join("; ")}`);
  }, runOnly);
}

/** Looks at a page of a journey: its rules, and that it does not scroll sideways at the width it has. */
export async function faultsOf(page: Page): Promise<string[]> {
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return [...(await brokenRules(page)), ...(sideways > 0 ? [`${page.url()} scrolls sideways by ${sideways} px`] : [])];
}
