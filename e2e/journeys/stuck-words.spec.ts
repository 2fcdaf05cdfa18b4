import type { Page } from "@playwright/test";
import { schemaVersion } from "../../app/editor/schema/document-schema";
import { signedIn } from "../support/people";
import { ownText } from "../support/own-text";
import { expect, test } from "../support/test";
import { isSaved, readyToWrite, savedState, textOn, wordsOn } from "../support/writing";

/** As if an earlier page had kept this on the device and was closed before it was stored. */
async function keepOnDevice(page: Page, { schema, step }: { schema: string; step: unknown }): Promise<void> {
  const draftId = /\/drafts\/([^/]+)/.exec((await page.getByRole("link", { name: "Versions" }).getAttribute("href")) ?? "")?.[1] ?? "";
  await page.evaluate(
    ({ draft, built, kept }) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("concord-drafting", 1);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const key = `${document.documentElement.dataset.person}/${draft}/earlier`;
          const transaction = opening.result.transaction("unconfirmed", "readwrite");
          transaction.objectStore("unconfirmed").put({ key, schema: built, version: 0, base: null });
          transaction.objectStore("unconfirmed").put({ key: `${key}/part/000000`, batch: { batchId: "earlier-batch-1", steps: [kept] } });
          transaction.oncomplete = () => resolve();
          transaction.onerror = () => reject(transaction.error);
        };
      }),
    { draft: draftId, built: schema, kept: step },
  );
}

const words = "Words from before.";
const typed = { stepType: "replace", from: 2, to: 2, slice: { content: [{ type: "text", text: words }] } };

for (const [what, kept] of [
  ["was written with another version of the program", { schema: "an-older-one", step: typed }],
  ["the server refuses, whoever sends it", { schema: schemaVersion, step: { ...typed, stepType: "unheard-of" } }],
] as const) {
  test(`what ${what} is shown for copying and can be left out, and its writer goes on`, async ({ browser }) => {
    const page = await signedIn(browser, "dispatch");
    await ownText(page, `What ${what}`, ["It begins."]);
    const before = await wordsOn(page);
    await keepOnDevice(page, kept);
    for (const visit of ["first", "second"]) {
      await page.reload();
      await expect(page.getByLabel("What you wrote that is not stored"), visit).toHaveValue(words);
      await expect(savedState(page), visit).toHaveText(/^Not saved/);
    }
    await page.getByText("Leave it out", { exact: true }).click();
    await page.getByRole("button", { name: "Leave it out and go on" }).click();
    await expect(page.getByLabel("What you wrote that is not stored")).toHaveCount(0);
    await readyToWrite(page);
    await isSaved(page);
    expect(await wordsOn(page)).toBe(before);
    await textOn(page).getByRole("paragraph").first().click();
    await page.keyboard.type("And on. ");
    await isSaved(page);
    await page.reload();
    await readyToWrite(page);
    await isSaved(page);
    expect(await wordsOn(page)).toContain("And on.");
    await expect(page.getByLabel("What you wrote that is not stored")).toHaveCount(0);
  });
}
