import type { Locator, Page } from "@playwright/test";
import { choose } from "../support/choosing";
import { ownText } from "../support/own-text";
import { signedIn } from "../support/people";
import { expect as expectSoon, test } from "../support/test";
import { caretBehind, isSaved, readyToWrite, textOn } from "../support/writing";

// Two or three browsers share the machine with the server.
const expect = expectSoon.configure({ timeout: 20_000 });
test.setTimeout(150_000);

/** A new text of the police, with two paragraphs; gives the page on which it is written. */
function newText(page: Page): Promise<string> {
  return ownText(page, "Waiting with a person in crisis", ["Officers wait within ten minutes for a clinician.", "The last paragraph."]);
}

function anchor(page: Page): Locator {
  return textOn(page).locator("span[data-comment]");
}

/** The words that are commented on, without the carets of others, each with the paragraph that they stand in. */
function anchored(page: Page): Promise<string[]> {
  return anchor(page).evaluateAll((found) =>
    found.map((each) => {
      const words = (shown: Element | null) => {
        const copy = shown?.cloneNode(true) as Element | undefined;
        for (const caret of copy?.querySelectorAll(".caret") ?? []) caret.remove();
        return copy?.textContent ?? "";
      };
      return `${words(each)} | ${words(each.closest("p"))}`;
    }),
  );
}

/** Whether the words that are commented on are seen between the tools and the sheet. */
function standsFree(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const place = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
    const words = place(".comment-anchor.current");
    return words !== undefined && words.top >= (place(".editor-bar")?.bottom ?? 0) && words.bottom <= (place(".drafting-side")?.top ?? innerHeight);
  });
}

function comments(page: Page): Locator {
  return page.getByRole("complementary", { name: "Beside the text" });
}

test("a comment stays on its words through writing above, cutting and pasting, undoing and redoing; removed words are listed and come back", async ({ browser }) => {
  const cit = await signedIn(browser, "cit");
  const address = await newText(cit);
  const clinician = await signedIn(browser, "clinician");
  await clinician.goto(address);
  await readyToWrite(clinician);

  await choose(clinician, "within ten minutes");
  await clinician.keyboard.press("Control+Alt+m");
  const body = comments(clinician).getByLabel("Your comment");
  await expect(body).toBeFocused();
  await body.pressSequentially("Is this enough, @Le");
  await expect(clinician.getByRole("option", { name: /Lena Brandt/ })).toBeVisible();
  await clinician.keyboard.press("Enter");
  await expect(body).toHaveValue("Is this enough, @Lena Brandt ");
  await clinician.keyboard.press("Control+Enter");
  await expect(anchor(clinician)).toHaveText("within ten minutes");
  await expect(comments(clinician).getByText("Your comment is sent.")).toBeVisible();
  await clinician.keyboard.press("Escape");
  await expect(textOn(clinician)).toBeFocused();

  // The other sees it without a reload, and writes three paragraphs above.
  await expect.poll(() => anchored(cit)).toEqual(["within ten minutes | Officers wait within ten minutes for a clinician."]);
  await cit.getByRole("button", { name: "Comments (1)" }).click();
  await expect(comments(cit).getByText("Is this enough, @Lena Brandt")).toBeVisible();
  await textOn(cit).locator("[data-clause-title]").first().click();
  await cit.keyboard.press("End");
  for (const words of ["One above.", "Two above.", "Three above."]) {
    await cit.keyboard.press("Enter");
    await cit.keyboard.type(words);
  }
  await expect.poll(() => anchored(cit)).toEqual(["within ten minutes | Officers wait within ten minutes for a clinician."]);
  await expect.poll(() => anchored(clinician)).toEqual(["within ten minutes | Officers wait within ten minutes for a clinician."]);

  await choose(cit, "within ten minutes");
  await cit.keyboard.press("Control+x");
  await expect(anchor(cit)).toHaveCount(0);
  await caretBehind(cit, "The last paragraph.");
  await cit.keyboard.press("Control+v");
  await expect.poll(() => anchored(cit)).toEqual(["within ten minutes | The last paragraph.within ten minutes"]);
  await cit.keyboard.press("Control+z");
  await cit.keyboard.press("Control+z");
  await expect.poll(() => anchored(cit)).toEqual(["within ten minutes | Officers wait within ten minutes for a clinician."]);
  await cit.keyboard.press("Control+y");
  await cit.keyboard.press("Control+y");
  await expect.poll(() => anchored(cit)).toEqual(["within ten minutes | The last paragraph.within ten minutes"]);
  await expect.poll(() => anchored(clinician)).toEqual(["within ten minutes | The last paragraph.within ten minutes"]);

  // A copy does not take the comment along.
  await choose(cit, "within ten minutes");
  await cit.keyboard.press("Control+c");
  await caretBehind(cit, "One above.");
  await cit.keyboard.press("Control+v");
  await expect(textOn(cit).getByText("One above.within ten minutes")).toBeVisible();
  await expect(anchor(cit)).toHaveCount(1);

  // Removed words are listed with their quote, and come back with an undo.
  await anchor(cit).click();
  await choose(cit, "The last paragraph.within ten minutes");
  await cit.keyboard.press("Delete");
  await expect(anchor(cit)).toHaveCount(0);
  await comments(cit).getByRole("button", { name: "Text removed (1)" }).click();
  await expect(comments(cit).getByText("Text removed. It stood in clause 1 Purpose")).toBeVisible();
  await expect(comments(cit).getByRole("blockquote")).toHaveText("within ten minutes");
  await isSaved(cit);
  await expect(comments(cit).getByRole("link", { name: "Read the version that had it" })).toHaveAttribute("href", /compare\?from=\d+/);
  await textOn(cit).focus();
  await cit.keyboard.press("Control+z");
  await expect.poll(() => anchored(cit)).toEqual(["within ten minutes | The last paragraph.within ten minutes"]);
  await expect(comments(cit).getByRole("button", { name: "Text removed (0)" })).toBeVisible();

  // Whoever is called finds the thread from the notice and answers it, also without the editor.
  await cit.goto("/notices");
  await cit.getByRole("link", { name: /Priya Anand mentions you/ }).first().click();
  const thread = cit.getByRole("article").filter({ hasText: "Is this enough" });
  await thread.getByLabel("Your reply").fill("The clinicians say so.");
  await thread.getByRole("button", { name: "Reply" }).click();
  await expect(thread.getByText("The clinicians say so.")).toBeVisible();
  await expect(comments(clinician).getByText("The clinicians say so.")).toBeVisible();
});

test("what is typed into a comment outlives a reload, and resolving can be undone", async ({ browser }) => {
  const cit = await signedIn(browser, "cit");
  await newText(cit);
  await caretBehind(cit, "The last paragraph.");
  await cit.keyboard.press("Control+Alt+m");
  await expect(cit.getByText("Choose the words that your comment is about, then press Comment.")).toBeVisible();
  await cit.keyboard.press("ArrowLeft");
  // The editor hears of a key that only moves the caret a moment later.
  await expect(async () => {
    await cit.keyboard.press("Control+Alt+m");
    await expect(comments(cit).getByRole("blockquote")).toHaveText("paragraph", { timeout: 1_000 });
  }).toPass();
  await comments(cit).getByRole("button", { name: "Cancel" }).click();
  await choose(cit, "a clinician");
  await cit.getByRole("toolbar", { name: "Formatting" }).getByRole("button", { name: "Comment" }).click();
  await comments(cit).getByLabel("Your comment").fill("A thought that must not be lost.");
  await cit.reload();
  await expect(comments(cit).getByLabel("Your comment")).toHaveValue("A thought that must not be lost.");
  await comments(cit).getByRole("button", { name: "Send comment" }).click();
  await expect(anchor(cit)).toHaveText("a clinician");
  await comments(cit).getByRole("button", { name: "Resolve", exact: true }).click();
  await expect(comments(cit).getByText("Resolved.", { exact: false }).first()).toBeVisible();
  await comments(cit).getByRole("button", { name: "Undo" }).click();
  await expect(comments(cit).getByRole("button", { name: "All open (1)" })).toBeVisible();
});

test("what one resolves another opens again, and each page says how it stands now; a link leads a phone to words that are in sight", async ({ browser }) => {
  const cit = await signedIn(browser, "cit");
  const address = await ownText(cit, "Words below", ["Officers wait for a clinician.", ...Array.from({ length: 12 }, (_, at) => `Paragraph ${at} says what is done by those who came first.`), "The last words."]);
  await choose(cit, "The last words");
  await cit.keyboard.press("Control+Alt+m");
  await comments(cit).getByLabel("Your comment").fill("Who says so?");
  await cit.keyboard.press("Control+Enter");
  await expect(anchor(cit)).toHaveText("The last words");
  const link = await comments(cit).getByRole("link", { name: "Copy link" }).getAttribute("href");

  const peer = await signedIn(browser, "peer", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await peer.goto(new URL(link ?? "", address).href);
  await expect(comments(peer).getByText("Who says so?")).toBeVisible();
  await expect.poll(() => standsFree(peer)).toBe(true);
  await comments(peer).getByRole("button", { name: "Close" }).tap();
  await peer.evaluate(() => window.scrollTo(0, 0));
  await choose(peer, "Officers");
  await anchor(peer).scrollIntoViewIfNeeded();
  await anchor(peer).tap();
  await expect(comments(peer).getByText("Who says so?")).toBeVisible();
  await expect.poll(() => standsFree(peer)).toBe(true);

  await comments(cit).getByRole("button", { name: "Resolve", exact: true }).click();
  await expect(comments(cit).getByText("Resolved.", { exact: false }).first()).toBeVisible();
  await expect(comments(peer).getByText("Resolved by Lena Brandt.")).toBeVisible();
  await comments(peer).getByRole("button", { name: "Reopen" }).tap();
  await expect(comments(cit).getByRole("button", { name: "Comments (1)" })).toBeVisible();
  await expect(comments(cit).getByRole("button", { name: "Undo" })).toHaveCount(0);
  await expect(comments(cit).getByText("Who says so?")).toBeVisible();
});

test("a group that is called in a comment is told, each of its people", async ({ browser }) => {
  const cit = await signedIn(browser, "cit");
  await newText(cit);
  await choose(cit, "a clinician");
  await cit.keyboard.press("Control+Alt+m");
  const body = comments(cit).getByLabel("Your comment");
  await body.pressSequentially("What do you say, @Lived");
  await cit.keyboard.press("Enter");
  await expect(body).toHaveValue(/@Lived experience and advocacy $/);
  await cit.keyboard.press("Control+Enter");
  await expect(comments(cit).getByText("Your comment is sent.")).toBeVisible();
  for (const name of ["advocate", "peer"] as const) {
    const called = await signedIn(browser, name);
    await called.goto("/notices");
    await called.getByRole("link", { name: /Lena Brandt mentions you/ }).first().click();
    await expect(called.getByText("What do you say,")).toBeVisible();
  }
});

test("with one thumb on a phone: choose words, comment, read it, answer; nothing scrolls sideways", async ({ browser }) => {
  const cit = await signedIn(browser, "cit");
  const address = await newText(cit);
  const peer = await signedIn(browser, "peer", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await peer.goto(address);
  await readyToWrite(peer);
  const wide = () => peer.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await wide()).toBe(0);
  await choose(peer, "a clinician");
  await comments(peer).getByRole("button", { name: "Add comment" }).tap();
  const body = comments(peer).getByLabel("Your comment");
  await expect(body).toBeVisible();
  await expect.poll(() => standsFree(peer)).toBe(true);
  await body.fill("And when none is on duty?");
  expect(await wide()).toBe(0);
  await comments(peer).getByRole("button", { name: "Send comment" }).tap();
  await expect(anchor(peer)).toHaveText("a clinician");
  await comments(peer).getByLabel("Your reply").fill("At night, I mean.");
  await comments(peer).getByRole("button", { name: "Reply" }).tap();
  await expect(comments(peer).getByText("At night, I mean.")).toBeVisible();
  expect(await wide()).toBe(0);
  await peer.goto(`${address.replace(/\/documents.*/, "")}${await comments(peer).getByRole("link", { name: "All comments on a page of their own" }).getAttribute("href")}`);
  await expect(peer.getByText("And when none is on duty?")).toBeVisible();
  expect(await wide()).toBe(0);
});
