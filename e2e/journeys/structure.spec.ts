import type { Page } from "@playwright/test";
import { inspect } from "../support/inspection";
import { idAt, signedIn } from "../support/people";
import { expect, test } from "../support/test";
import { isSaved, readyToWrite } from "../support/writing";

test.describe.configure({ timeout: 120_000 });

test("a policy from a template owes its sections, and is given a footnote, a reference and a callout by keyboard", async ({ browser }) => {
  const cit = await signedIn(browser, "cit");
  await cit.goto("/documents/new");
  await cit.getByLabel("Title").fill("CIT response policy");
  await expect(cit.getByRole("radio", { name: "The sections of its kind" })).toBeChecked();
  await cit.getByRole("button", { name: "Start the draft" }).click();
  const text = await readyToWrite(cit);
  const documentId = idAt(cit, "documents");

  await cit.goto(`/documents/${documentId}`);
  await expect(cit.getByText("Before this text can go to the agency head, 8 things are left to do")).toBeVisible();
  await cit.getByRole("button", { name: "Send to the agency head" }).click();
  await expect(cit.getByRole("alert")).toContainText("The section “Purpose” is empty. Say why this policy exists and whom it protects.");
  await expect(cit.getByRole("alert")).toContainText("The section “Review” is empty.");

  await cit.goto(`/documents/${documentId}/draft`);
  await readyToWrite(cit);
  await text.focus();
  await cit.keyboard.press("Control+Home");
  await cit.keyboard.press("ArrowDown");
  await cit.keyboard.type("Everyone in a crisis comes home safe.");

  await cit.keyboard.press("Control+Alt+f");
  await expect(cit.getByRole("dialog", { name: "Footnote" })).toBeVisible();
  await expect(cit.getByLabel("Words of the footnote")).toBeFocused();
  await cit.keyboard.press("Tab");
  await cit.keyboard.press("Enter");
  await expect(cit.getByRole("alert").filter({ hasText: "Write the words of the footnote." })).toBeVisible();
  await cit.getByLabel("Words of the footnote").focus();
  await cit.keyboard.type("The county asks for it.");
  await cit.keyboard.press("Tab");
  await cit.keyboard.press("Enter");
  await expect(text.getByRole("img", { name: "Footnote 1: The county asks for it." })).toBeVisible();

  await cit.keyboard.type(" See ");
  await cit.keyboard.press("Control+Alt+r");
  await expect(cit.getByRole("dialog").getByLabel("Clause", { exact: true })).toBeFocused();
  await cit.keyboard.type("8");
  await cit.keyboard.press("Tab");
  await cit.keyboard.press("Enter");
  await expect(text.getByRole("img", { name: "Clause 8 Review" })).toBeVisible();

  const bar = cit.getByRole("toolbar", { name: "Formatting" });
  await cit.keyboard.press("Alt+F10");
  await alongTo(cit, "Callout");
  await cit.keyboard.press("Enter");
  await expect(bar.getByRole("button", { name: "Callout", exact: true })).toHaveAttribute("aria-pressed", "true");
  await cit.keyboard.press("Alt+F10");
  await alongTo(cit, "Callout: important");
  await cit.keyboard.press("Enter");
  await expect(text.getByRole("complementary")).toContainText("Everyone in a crisis comes home safe.");
  await isSaved(cit);
  await sound(cit, "the draft with its callout");

  const reader = await signedIn(browser, "advocate", { javaScriptEnabled: false });
  await reader.goto(`/documents/${documentId}`);
  await expect(reader.getByRole("complementary", { name: "Important" })).toContainText("Everyone in a crisis comes home safe.Footnote 1 See 8");
  await reader.getByRole("link", { name: "Footnote 1", exact: true }).click();
  await expect(reader).toHaveURL(/#footnote-1$/);
  await expect(reader.getByRole("listitem").filter({ hasText: "The county asks for it." })).toBeVisible();
  await expect(reader.getByText("Nothing here yet. Say who looks at this policy again, and how often.")).toBeVisible();
});

test("a definition that changes lists every policy that uses the word, and tells those who keep it", async ({ browser }) => {
  const coordinator = await signedIn(browser, "coordinator");
  await coordinator.goto("/documents");
  await coordinator.getByRole("link", { name: "Glossary" }).click();
  await coordinator.getByRole("link", { name: "Add a term" }).click();
  await coordinator.getByLabel("Term").fill("crisis");
  await coordinator.getByLabel("Other forms").fill("crises");
  await coordinator.getByRole("button", { name: "Add the term" }).click();
  await expect(coordinator.getByText("Not defined yet.")).toBeVisible();

  await coordinator.getByRole("link", { name: "Define", exact: true }).click();
  await coordinator.getByLabel("What it means").fill("A time in which thoughts, feelings or behavior put a person or others at risk.");
  await coordinator.getByRole("button", { name: "Save the definition" }).click();
  await coordinator.getByRole("link", { name: "Define anew" }).click();
  await coordinator.getByLabel("What it means").fill("A time in which thoughts, feelings or behavior put a person or others at risk, or keep the person from daily life.");
  await coordinator.getByRole("button", { name: "Save the definition" }).click();
  const uses = coordinator.getByRole("region", { name: "Who uses this term" });
  await expect(uses.getByRole("link", { name: "CIT-100 Response to a person in crisis" })).toBeVisible();
  await expect(uses).toContainText("Edition 2, in clause 1, 2");
  await expect(uses).toContainText("Is older than the definition.");
  await expect(uses.getByRole("link", { name: /CIT response policy$/ })).toBeVisible();
  await expect(coordinator.getByRole("region", { name: "What it meant before" })).toContainText("Definition 1");
  await sound(coordinator, "the page of a term");

  const cit = await signedIn(browser, "cit");
  await cit.goto("/notices");
  await expect(cit.getByText(/The definition of “crisis” changed\. Yours that use it: CIT-100/).first()).toBeVisible();

  await cit.goto(`/documents`);
  await cit.getByRole("link", { name: "CIT response policy" }).click();
  await cit.getByRole("link", { name: "Open the draft" }).click();
  const text = await readyToWrite(cit);
  await text.focus();
  await cit.keyboard.press("Control+Home");
  await cit.keyboard.press("ArrowDown");
  await cit.keyboard.press("Home");
  for (let words = 0; words < 4; words += 1) await cit.keyboard.press("Control+ArrowRight");
  const meaning = cit.getByRole("tooltip");
  await expect(meaning).toContainText("or keep the person from daily life.");
  await expect(text).toHaveAttribute("aria-describedby", "term-meaning");
  // Below the word, which stays to be read and pressed.
  const [word, box] = [await text.locator("[data-term]").first().boundingBox(), await meaning.boundingBox()];
  expect(box?.y ?? 0).toBeGreaterThanOrEqual((word?.y ?? 0) + (word?.height ?? 0));
  expect((box?.y ?? 0) - (word?.y ?? 0)).toBeLessThan(60);
  await cit.keyboard.press("Escape");
  await expect(meaning).toBeHidden();
});

test("a clause is put in plain words, which the public reads when it asks and knows as not official", async ({ browser }) => {
  const advocate = await signedIn(browser, "advocate");
  await advocate.goto("/documents");
  await advocate.getByRole("link", { name: "Response to a person in crisis" }).click();
  await advocate.getByRole("link", { name: "Write what the clauses mean in plain words" }).click();
  await advocate.getByRole("button", { name: "Save clause 1", exact: true }).click();
  await expect(advocate.getByRole("alert")).toContainText("Write what the clause means, or leave this page.");
  await advocate.getByLabel("Clause 1 in plain words").fill("This says how police help when your mind is in trouble.\nEverybody should be safe.");
  await advocate.getByRole("button", { name: "Save clause 1", exact: true }).click();
  await sound(advocate, "the page of plain words");

  const reader = await (await browser.newContext()).newPage();
  await reader.goto("/library/CIT-100");
  await expect(reader.getByText("Everybody should be safe.")).toHaveCount(0);
  await reader.getByRole("link", { name: "Plain English" }).click();
  const plain = reader.getByRole("complementary", { name: "Not official: the text above counts" });
  await expect(plain).toContainText("Everybody should be safe.");
  await expect(reader.getByRole("link", { name: "crisis" }).first()).toHaveAttribute("href", /^#term-/);
  await expect(reader.getByRole("heading", { name: "Terms used here" })).toBeVisible();
  expect(await reader.locator("script").count()).toBe(0);
  await sound(reader, "the library with plain words");
  await reader.getByRole("link", { name: "Official text" }).click();
  await expect(plain).toHaveCount(0);
});

async function sound(page: Page, name: string): Promise<void> {
  const faults: string[] = [];
  await inspect(page, name, faults);
  expect(faults).toEqual([]);
}

/** Along the toolbar with the arrow, as one who uses no mouse. */
async function alongTo(page: Page, name: string): Promise<void> {
  const button = page.getByRole("toolbar", { name: "Formatting" }).getByRole("button", { name, exact: true });
  await expect(button).toBeVisible();
  for (let stops = 0; stops < 60; stops += 1) {
    if (await button.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("ArrowRight");
  }
  throw new Error(`The arrow does not reach ${name}.`);
}
