import type { Locator, Page } from "@playwright/test";
import { people, type PersonKey } from "../../prisma/demonstration/people";
import { demonstrationPassword } from "../support/demonstration";
import { needing } from "../support/policy";
import { expect, test } from "../support/test";
import { isSaved, readyToWrite, textOn, wordsOn } from "../support/writing";

const changeTitle = "Say who leads";

test.describe.configure({ timeout: 150_000 });

test("a change is proposed, written, voted on and decided without touching a mouse", async ({ browser }) => {
  const arrive = async (name: PersonKey) => signInByKeys(await (await browser.newContext()).newPage(), name);

  const advocate = await arrive("advocate");
  await advocate.goto("/documents");
  await press(advocate, advocate.getByRole("link", { name: "Response to a person in crisis" }));
  await press(advocate, advocate.getByRole("link", { name: "Propose a change" }).first());
  await press(advocate, advocate.getByRole("button", { name: "Open the proposal" }));
  await expect(advocate.getByRole("alert")).toBeVisible();
  await press(advocate, advocate.getByRole("alert").getByRole("link", { name: "Say why the text should change." }));
  await expect(advocate.getByLabel("Why should it change?")).toBeFocused();
  await advocate.keyboard.type("Two officers who both speak confuse a person in crisis.");
  await fill(advocate, advocate.getByLabel("Who is affected?"), "Officers and the person in crisis.");
  await fill(advocate, advocate.getByLabel("Title"), changeTitle);
  await press(advocate, advocate.getByRole("button", { name: "Open the proposal" }));

  const text = await readyToWrite(advocate);
  await tabTo(advocate, text);
  await advocate.keyboard.press("Control+End");
  await advocate.keyboard.type(" One officer speaks, the other is quiet.");
  await isSaved(advocate);
  await advocate.keyboard.press("Alt+F10");
  await expect(advocate.getByRole("toolbar", { name: "Formatting" }).getByRole("button", { name: "Undo" })).toBeFocused();
  await advocate.keyboard.press("ArrowRight");
  await expect(advocate.getByRole("toolbar", { name: "Formatting" }).getByRole("button", { name: "Redo" })).toBeFocused();
  await advocate.keyboard.press("Escape");
  await expect(text).toBeFocused();
  const written = await wordsOn(advocate);
  await advocate.keyboard.press("Escape");
  await advocate.keyboard.press("Tab");
  await expect(text).not.toBeFocused();
  expect(await wordsOn(advocate)).toBe(written);
  const proposal = new URL(advocate.url()).pathname.replace(/\/draft$/, "");

  const coordinator = await arrive("coordinator");
  await coordinator.goto(proposal);
  await press(coordinator, coordinator.getByRole("link", { name: "Open the vote" }));
  await press(coordinator, coordinator.getByRole("button", { name: "Open the vote" }));
  await expect(coordinator.getByRole("region", { name: "The vote" })).toBeVisible();
  await expect(textOn(advocate)).toHaveAttribute("contenteditable", "false");

  for (const name of ["cit", "officer", "clinician", "advocate"] as const) {
    const voter = name === "advocate" ? advocate : await arrive(name);
    await voter.goto("/");
    await press(voter, voter.getByRole("link", { name: needing("Vote", changeTitle) }));
    await tabTo(voter, voter.getByRole("radio", { name: "Consent" }));
    await voter.keyboard.press("Space");
    await fill(voter, voter.getByLabel("Your reason"), "It is how we train.");
    await press(voter, voter.getByRole("button", { name: "Cast vote" }));
    await expect(voter.getByText("Your vote is in.")).toBeVisible();
  }

  await coordinator.goto(proposal);
  await press(coordinator, coordinator.getByRole("link", { name: "Close the vote" }));
  await press(coordinator, coordinator.getByRole("button", { name: "Close the vote" }));
  await expect(coordinator.getByRole("region", { name: "The result" })).toContainText("Carried.");

  const chief = await arrive("chief");
  await press(chief, chief.getByRole("link", { name: needing("Decide", changeTitle) }));
  // Stages before the decision are open, so adopting is not offered yet; declining is.
  await tabTo(chief, chief.getByRole("radio", { name: "Decline" }));
  await chief.keyboard.press("Space");
  await expect(chief.getByRole("radio", { name: "Decline" })).toBeChecked();
  await fill(chief, chief.getByRole("textbox", { name: "Your reasons" }), "The next edition will say it in its own clause.");
  await fill(chief, chief.getByLabel("Your password, to sign"), demonstrationPassword());
  await press(chief, chief.getByRole("button", { name: "Sign the decision" }));
  await expect(chief.getByRole("heading", { name: "Declined" })).toBeVisible();
});

test("the first stop of a page leads past its frame", async ({ page }) => {
  await page.goto("/library");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the page" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});

async function signInByKeys(page: Page, name: PersonKey): Promise<Page> {
  await page.goto("/sign-in");
  await fill(page, page.getByLabel("E-mail address"), people[name].email);
  await fill(page, page.getByLabel("Password"), demonstrationPassword());
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
  return page;
}

async function fill(page: Page, field: Locator, words: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.type(words);
}

async function press(page: Page, place: Locator): Promise<void> {
  await tabTo(page, place);
  await page.keyboard.press("Enter");
}

/** Goes from stop to stop until it stands here. What no stop leads to cannot be reached by keyboard. */
async function tabTo(page: Page, place: Locator): Promise<void> {
  await expect(place).toBeVisible();
  for (let stops = 0; stops < 120; stops += 1) {
    if (await place.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`The keyboard does not reach ${String(place)}.`);
}
