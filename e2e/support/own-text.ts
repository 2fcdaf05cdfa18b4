import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { isSaved, readyToWrite, textOn } from "./writing";

/**
 * A document of this test's own with these paragraphs in its first clause, and the caret behind them: what the demonstration's texts hold
 * is another's, such as suggestions that wait for an answer. Gives the address of the draft.
 */
export async function ownText(page: Page, title: string, paragraphs: readonly string[] = [], { number = `T-${randomUUID().slice(0, 13).toUpperCase()}` } = {}): Promise<string> {
  await page.goto("/documents/new");
  await page.getByLabel("Title").fill(title);
  // The number that the form offers is offered to whoever else starts a document at this moment.
  await page.getByLabel("Number").fill(number);
  await page.getByRole("checkbox", { name: /Riverton Police/ }).check();
  await page.getByRole("button", { name: "Start the draft" }).click();
  const text = await readyToWrite(page);
  await text.getByRole("paragraph").first().click();
  for (const [at, words] of paragraphs.entries()) {
    if (at > 0) await page.keyboard.press("Enter");
    await page.keyboard.type(words);
  }
  await expect(textOn(page)).toContainText(paragraphs.at(-1) ?? "");
  await isSaved(page);
  return page.url();
}
