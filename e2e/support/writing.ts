import { expect, type Locator, type Page } from "@playwright/test";

/** The text that a page lets its person write in. */
export function textOn(page: Page): Locator {
  return page.getByRole("textbox", { name: /^Text of / });
}

/** Until the editor has come and may be written in. */
export async function readyToWrite(page: Page): Promise<Locator> {
  const text = textOn(page);
  await expect(text).toHaveAttribute("contenteditable", "true");
  return text;
}

/** Puts the caret behind the last word of the paragraph that has these words. */
export async function caretBehind(page: Page, words: string | RegExp): Promise<void> {
  const paragraph = textOn(page).getByRole("paragraph").filter({ hasText: words }).first();
  // What stands around the text may still be taking its place.
  await expect(async () => {
    await paragraph.scrollIntoViewIfNeeded();
    const box = await paragraph.boundingBox();
    if (!box) throw new Error(`There is no paragraph with ${String(words)}.`);
    // Beside the last line.
    await paragraph.click({ position: { x: box.width - 2, y: box.height - 4 } });
    await page.keyboard.press("End");
    expect(await paragraph.evaluate((shown) => shown.contains(getSelection()?.anchorNode ?? null))).toBe(true);
  }).toPass();
}

export function savedState(page: Page): Locator {
  return page.getByRole("status").filter({ hasText: /saved/i }).first();
}

export async function isSaved(page: Page): Promise<void> {
  await expect(savedState(page)).toHaveText("Saved", { timeout: 20_000 });
}

/** The words of the text itself, without the carets of others. */
export function wordsOn(page: Page): Promise<string> {
  return textOn(page).evaluate((shown) => {
    const copy = shown.cloneNode(true) as Element;
    for (const caret of copy.querySelectorAll(".caret")) caret.remove();
    return copy.textContent ?? "";
  });
}

/** How often each of these stands in a text. */
export function counted(text: string, tokens: readonly string[]): Record<string, number> {
  return Object.fromEntries(tokens.map((token) => [token, text.split(token).length - 1]));
}

export function once(tokens: readonly string[]): Record<string, number> {
  return Object.fromEntries(tokens.map((token) => [token, 1]));
}
