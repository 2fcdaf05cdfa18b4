import type { Page } from "@playwright/test";
import { people } from "../../prisma/demonstration/people";
import { ownText } from "../support/own-text";
import { signedIn } from "../support/people";
import { expect, test } from "../support/test";
import { caretBehind, isSaved, readyToWrite, textOn } from "../support/writing";

/** The text as it is served to be read, without a script. */
async function asRead(reader: Page, path: string): Promise<string> {
  const html = await (await reader.request.get(path)).text();
  return /<div class="document">.*?<\/section><\/div>/s.exec(html)?.[0] ?? html;
}

test("who may only suggest types: drafters see a suggestion, readers the text as it was; accepted it comes, rejected it is as if it had never been", async ({ browser }) => {
  const [drafter, reviewer] = await Promise.all([signedIn(browser, "dispatch"), signedIn(browser, "researcher")]);
  const path = new URL(await ownText(drafter, "Waiting together", ["Officers wait for a clinician."], { number: "CIT-170" })).pathname;
  const before = await asRead(drafter, path);

  await reviewer.goto(path.replace(/\/draft$/, ""));
  await reviewer.getByRole("link", { name: "Suggest changes" }).click();
  await readyToWrite(reviewer);
  await expect(reviewer.getByLabel("Mode")).toHaveValue("suggesting");
  await expect(reviewer.getByRole("option", { name: "Editing" })).toBeDisabled();
  await caretBehind(reviewer, "Officers wait");
  await reviewer.keyboard.type(" Nobody waits alone.");
  await isSaved(reviewer);

  await expect(textOn(drafter).getByRole("insertion")).toHaveText(/Nobody waits alone\./);
  await drafter.getByRole("button", { name: /^Suggestions/ }).click();
  const card = drafter.getByRole("list", { name: "Suggestions" }).getByRole("listitem").filter({ hasText: "Nobody waits alone" });
  await expect(card).toContainText(people.researcher.name);
  expect(await asRead(reviewer, path)).toBe(before);
  await drafter.getByLabel("Mode").selectOption("viewing");
  await expect(drafter.getByText("Nobody waits alone.", { exact: false }).and(drafter.locator("p:not(.suggestion-words)"))).toHaveCount(0);
  await drafter.getByLabel("Mode").selectOption("editing");

  await card.getByRole("button", { name: /^Reject/ }).click();
  await expect(textOn(drafter).getByRole("insertion")).toHaveCount(0);
  await expect(textOn(reviewer).getByRole("insertion")).toHaveCount(0);
  expect(await asRead(reviewer, path)).toBe(before);

  await caretBehind(reviewer, "Officers wait");
  await reviewer.keyboard.type(" Supervisors say so.");
  await isSaved(reviewer);
  await expect(textOn(drafter).getByRole("insertion")).toHaveText(/Supervisors say so\./);
  await drafter.getByRole("button", { name: /^Accept that / }).click();
  await expect(textOn(drafter).getByRole("insertion")).toHaveCount(0);
  await expect(textOn(reviewer)).toContainText("Officers wait for a clinician. Supervisors say so.");
  expect(await asRead(reviewer, path)).toContain("Officers wait for a clinician. Supervisors say so.");
  await reviewer.goto("/notices");
  await expect(reviewer.getByText(/Sam Whitaker, .+, accepted your suggestion/)).toBeVisible();
});

test("on the page without a script, two decide the same suggestion: the second is told who was first", async ({ browser }) => {
  const [one, other] = await Promise.all([signedIn(browser, "dispatch", { javaScriptEnabled: false }), signedIn(browser, "officer", { javaScriptEnabled: false })]);
  await one.goto("/documents");
  await one.getByRole("link", { name: "Taking a call about a person in crisis" }).click();
  await one.getByRole("link", { name: "Versions" }).click();
  const list = one.url().replace("/versions", "/suggestions");
  await Promise.all([one.goto(list), other.goto(list)]);
  const removal = /^Accept that Priya Anand/;
  await one.getByRole("button", { name: removal }).click();
  await expect(one.getByRole("button", { name: removal })).toHaveCount(0);
  await other.getByRole("button", { name: /^Reject that Priya Anand/ }).click();
  await expect(other.getByRole("alert")).toContainText("Sam Whitaker, Riverton County 911 Center, accepted this a moment ago.");
  await expect(other.getByRole("list", { name: "Decided" })).toContainText("Accepted by Sam Whitaker");
});
