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

test("a column, a row and a moved clause are suggested, said by name and rejected: the stored text is as it was, to the letter", async ({ browser }) => {
  const [drafter, reviewer] = await Promise.all([signedIn(browser, "dispatch"), signedIn(browser, "researcher")]);
  const path = new URL(await ownText(drafter, "Units that go", ["Who goes is told by this table."])).pathname;
  await drafter.getByRole("toolbar", { name: "Formatting" }).getByRole("button", { name: "Insert table" }).click();
  await textOn(drafter).getByRole("cell").first().click();
  await drafter.keyboard.type("No weapon");
  await drafter.keyboard.press("Control+Enter");
  await drafter.keyboard.type("Night desk");
  await isSaved(drafter);
  const stored = async () => {
    const fresh = await drafter.context().newPage();
    await fresh.goto(path);
    await readyToWrite(fresh);
    const text = await textOn(fresh).evaluate((shown) => JSON.stringify((shown as unknown as { editor: { getJSON: () => unknown } }).editor.getJSON()));
    await fresh.close();
    return text;
  };
  const before = await stored();

  await reviewer.goto(path);
  const tool = (name: string) => reviewer.getByRole("toolbar", { name: "Formatting" }).getByRole("button", { name, exact: true }).click();
  await readyToWrite(reviewer);
  await textOn(reviewer).getByRole("cell", { name: /No weapon/ }).click();
  await tool("Add column");
  await tool("Add row");
  await textOn(reviewer).getByText("Night desk").click();
  await tool("Move clause up");
  await isSaved(reviewer);

  const cards = drafter.getByRole("list", { name: "Suggestions", exact: true }).getByRole("listitem");
  await drafter.getByRole("button", { name: /^Suggestions/ }).click();
  await expect(cards).toHaveCount(3);
  for (const words of ["adds a column", "adds a row", "moves clause 2 above 1"]) await expect(cards.filter({ hasText: words })).toHaveCount(1);
  for (const left of [2, 1, 0]) {
    await cards.first().getByRole("button", { name: /^Reject/ }).press("Enter");
    await expect(cards).toHaveCount(left);
    if (left > 0) await expect(cards.first().getByRole("button", { name: /./ }).first()).toBeFocused();
  }
  expect(await stored()).toBe(before);
});

test("whoever suggests says why; it is read on the card, in the list and after the decision", async ({ browser }) => {
  const [drafter, reviewer] = await Promise.all([signedIn(browser, "dispatch"), signedIn(browser, "researcher")]);
  const path = new URL(await ownText(drafter, "Calling the team", ["A supervisor may call the team."])).pathname;
  await reviewer.goto(path);
  await readyToWrite(reviewer);
  await caretBehind(reviewer, "A supervisor");
  await reviewer.keyboard.type(" At any hour.");
  await isSaved(reviewer);
  // Its card is there as soon as one has suggested something, and takes no focus.
  await expect(textOn(reviewer)).toBeFocused();
  await reviewer.getByRole("button", { name: /^Say why/ }).click();
  await reviewer.getByLabel("Why you suggest this").fill("Nobody called at night.");
  await reviewer.keyboard.press("Control+Enter");
  await expect(reviewer.getByRole("list", { name: "What was said about it" })).toHaveText("Why: Nobody called at night.");

  await drafter.getByRole("button", { name: /^Suggestions/ }).click();
  await expect(drafter.getByRole("list", { name: "What was said about it" })).toHaveText("Why: Nobody called at night.");
  await drafter.getByRole("link", { name: "All suggestions", exact: true }).click();
  await expect(drafter.getByRole("list", { name: "1 suggestion to decide" })).toContainText("Why: Nobody called at night.");
  await drafter.getByRole("button", { name: /^Accept that / }).click();
  await expect(drafter.getByRole("list", { name: "Decided" })).toContainText("Why: Nobody called at night.");
});

test("who wrote what is shown in the text by organization, with the shares of each clause, and hidden again", async ({ browser }) => {
  const [drafter, other] = await Promise.all([signedIn(browser, "dispatch"), signedIn(browser, "cit")]);
  const path = new URL(await ownText(drafter, "Writing together", ["Officers wait for a clinician."])).pathname;
  await other.goto(path);
  await readyToWrite(other);
  await caretBehind(other, "Officers wait");
  await other.keyboard.type(" Nobody waits alone.");
  await isSaved(other);
  await expect(textOn(drafter)).toContainText("Nobody waits alone.");

  const toggle = drafter.getByRole("button", { name: "Who wrote what" });
  await toggle.click();
  const written = textOn(drafter).locator("[title^='Last changed by']").filter({ hasText: "Nobody waits alone." });
  await expect(written).toHaveAttribute("title", /^Last changed by Lena Brandt, Riverton Police Department, on /);
  await expect(textOn(drafter).getByText("Law enforcement", { exact: true })).toBeVisible();
  await expect(drafter.getByRole("list", { name: "Each clause" }).getByRole("listitem").first()).toContainText(/Law enforcement 35\s%/);
  await caretBehind(drafter, "Nobody waits alone");
  await expect(drafter.getByRole("status").filter({ hasText: "Last changed by Lena Brandt" })).toBeVisible();
  // What is suggested within keeps the look of whoever suggests it.
  const suggester = await signedIn(browser, "researcher");
  await suggester.goto(path);
  await readyToWrite(suggester);
  await caretBehind(suggester, "Nobody waits alone");
  for (const _letter of "alone.") await suggester.keyboard.press("Backspace");
  await expect(textOn(drafter).locator(".suggested").first()).toHaveClass(/\bby-slate\b/);
  await expect(textOn(drafter).locator(".suggested").first()).not.toHaveClass(/\bby-blue\b/);
  await toggle.click();
  await expect(textOn(drafter).locator("[title^='Last changed by']")).toHaveCount(0);
});
