import { expect, type Page } from "@playwright/test";
import { textOn } from "./writing";

/** Chooses words of a text as a finger or a mouse would. */
export async function choose(page: Page, words: string): Promise<void> {
  const text = textOn(page);
  await text.focus();
  // An editor that has just been given the focus puts its own selection back once.
  await expect(async () => {
    await select(page, words);
    await page.waitForTimeout(60);
    expect(await page.evaluate(() => getSelection()?.toString().replace(/\s/g, ""))).toBe(words.replace(/\s/g, ""));
  }).toPass();
}

function select(page: Page, words: string): Promise<void> {
  return textOn(page).evaluate((shown, wanted) => {
    const walker = document.createTreeWalker(shown, NodeFilter.SHOW_TEXT);
    let whole = "";
    const nodes: { node: Node; start: number }[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      nodes.push({ node, start: whole.length });
      whole += node.textContent ?? "";
    }
    const at = whole.indexOf(wanted);
    const place = (offset: number) => {
      const found = [...nodes].reverse().find(({ start }) => start < offset || start === 0);
      return [found?.node ?? shown, offset - (found?.start ?? 0)] as const;
    };
    const range = document.createRange();
    range.setStart(...place(at));
    range.setEnd(...place(at + wanted.length));
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
  }, words);
}
