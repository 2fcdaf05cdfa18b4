import type { Page } from "@playwright/test";
import { answerOf } from "../support/attorney";
import { choose } from "../support/choosing";
import { inspect } from "../support/inspection";
import { ownText } from "../support/own-text";
import { signedIn } from "../support/people";
import { expect as expectSoon, test } from "../support/test";
import { caretBehind, isSaved, readyToWrite, textOn } from "../support/writing";

// Three browsers share the machine with the server.
const expect = expectSoon.configure({ timeout: 20_000 });
test.setTimeout(180_000);

function beside(page: Page) {
  return page.getByRole("complementary", { name: "Beside the text" });
}

async function openPanel(page: Page, name: RegExp): Promise<void> {
  const choice = beside(page).getByRole("button", { name });
  if ((await choice.getAttribute("aria-expanded")) !== "true") await choice.click();
}

test("an advocate suggests, a clinician comments, the coordinator accepts and sends it out, and the attorney's answer in Word comes back as suggestions and comments", async ({ browser }) => {
  const [cit, advocate, clinician] = await Promise.all([signedIn(browser, "cit"), signedIn(browser, "advocate"), signedIn(browser, "clinician")]);
  const address = await ownText(cit, "Transport to care", ["Officers shall wait for a clinician.", "The clinician decides where to go."]);

  await advocate.goto(address);
  await readyToWrite(advocate);
  await advocate.getByLabel("Mode").selectOption("suggesting");
  await caretBehind(advocate, "Officers shall wait");
  await advocate.keyboard.type(" They say so.");
  await isSaved(advocate);
  await expect(textOn(advocate).locator("[data-said^='inserted by Avery Stone']")).toHaveCount(1);

  await clinician.goto(address);
  await readyToWrite(clinician);
  await choose(clinician, "decides where to go");
  await clinician.keyboard.press("Control+Alt+m");
  await beside(clinician).getByLabel("Your comment").fill("Together with the person.");
  await clinician.keyboard.press("Control+Enter");
  await expect(textOn(clinician).locator("span[data-comment]")).toHaveText("decides where to go");

  await openPanel(cit, /^Suggestions/);
  await beside(cit).getByRole("button", { name: /^Accept that Avery Stone/ }).click();
  await expect(textOn(advocate).getByRole("insertion")).toHaveCount(0);
  await expect(textOn(clinician)).toContainText("Officers shall wait for a clinician. They say so.");

  const draft = (await cit.getByRole("link", { name: "Import a reply" }).getAttribute("href")) ?? "";
  const sent = await cit.request.get(draft.replace("/replies", "/exports/word"));
  expect(sent.status()).toBe(200);
  const reply = await answerOf(await sent.body(), { replaces: "shall", by: "may", about: "They say so", asks: "To whom?" });

  await cit.goto(draft);
  await cit.getByLabel("Word file that came back").setInputFiles({ name: "answer.docx", mimeType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", buffer: reply });
  await cit.getByRole("button", { name: "Import a reply from Word" }).click();
  await expect(cit.getByRole("heading", { name: "Taken as suggestions (1)" })).toBeVisible();
  await expect(cit.getByRole("heading", { name: "Taken as comments (1)" })).toBeVisible();
  await expect(cit.getByRole("heading", { name: "Could not be placed (0)" })).toBeVisible();
  const faults: string[] = [];
  await inspect(cit, "replies from Word", faults);
  expect(faults).toEqual([]);

  // Those who have the text open see the answer come, and the text itself is as it was until somebody decides.
  await expect(textOn(advocate).getByRole("deletion")).toHaveText("shall");
  await openPanel(clinician, /^Comments/);
  await expect(beside(clinician).getByText(/City Attorney \(from Word, Nov/)).toBeVisible();
  await cit.getByRole("link", { name: "Decide the suggestions" }).click();
  await cit.getByRole("button", { name: /^Accept that City Attorney \(from Word\)/ }).click();
  await expect(cit.getByRole("list", { name: "Decided" })).toContainText("City Attorney (from Word)");
  for (const page of [advocate, clinician]) await expect(textOn(page)).toContainText("Officers may wait for a clinician. They say so.");
});

test("a thread that one resolves and another opens again is so on both open pages, without a reload", async ({ browser }) => {
  const [cit, clinician] = await Promise.all([signedIn(browser, "cit"), signedIn(browser, "clinician")]);
  const address = await ownText(cit, "Resolved and opened again", ["Officers wait for a clinician."]);
  await clinician.goto(address);
  await readyToWrite(clinician);
  await choose(cit, "a clinician");
  await cit.keyboard.press("Control+Alt+m");
  await beside(cit).getByLabel("Your comment").fill("Which one?");
  await cit.keyboard.press("Control+Enter");
  await openPanel(clinician, /^Comments/);
  await expect(beside(clinician).getByText("Which one?")).toBeVisible();
  await beside(cit).getByRole("button", { name: "Resolve", exact: true }).click();
  await expect(beside(clinician).getByRole("button", { name: "All open (0)" })).toBeVisible();
  await beside(clinician).getByRole("button", { name: /^Resolved/ }).click();
  await beside(clinician).getByRole("button", { name: "Reopen" }).click();
  await expect(beside(cit).getByRole("button", { name: "All open (1)" })).toBeVisible();
  await expect(beside(clinician).getByRole("button", { name: "All open (1)" })).toBeVisible();
});
