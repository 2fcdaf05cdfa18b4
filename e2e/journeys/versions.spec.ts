import type { Page } from "@playwright/test";
import { faultsOf } from "../support/axe";
import { signedIn } from "../support/people";
import { ownText } from "../support/own-text";
import { expect, test } from "../support/test";
import { caretBehind, isSaved, readyToWrite, textOn } from "../support/writing";

async function openDraft(page: Page): Promise<void> {
  await page.goto("/documents");
  await page.getByRole("link", { name: "Taking a call about a person in crisis" }).click();
  await page.getByRole("link", { name: "Open the draft" }).click();
  await readyToWrite(page);
}

test("a version is named, what came after is compared word by word, and the version is restored without a loss", async ({ browser }) => {
  const dispatch = await signedIn(browser, "dispatch");
  const draft = await ownText(dispatch, "Versions of a text", ["Ask what is happening now."]);
  await dispatch.getByRole("link", { name: "Versions", exact: true }).click();
  await dispatch.getByLabel("Name the text as it is now").fill("Before the meeting");
  await dispatch.getByRole("button", { name: "Keep this version" }).click();
  await expect(dispatch.getByRole("heading", { name: "Before the meeting" })).toBeVisible();

  await dispatch.goto(draft);
  await readyToWrite(dispatch);
  await caretBehind(dispatch, "Ask what is happening now.");
  await dispatch.keyboard.type(" Heron.");
  await isSaved(dispatch);

  await dispatch.getByRole("link", { name: "Versions", exact: true }).click();
  const named = dispatch.getByRole("listitem").filter({ has: dispatch.getByRole("heading", { name: "Before the meeting" }) });
  await named.getByRole("link", { name: /with now/ }).click();
  await expect(dispatch.getByText("1 clause differs.")).toBeVisible();
  await expect(dispatch.locator("ins")).toHaveCount(1);
  await expect(dispatch.locator("ins")).toContainText("Heron");
  expect(await faultsOf(dispatch)).toEqual([]);
  await dispatch.getByLabel("Shown").selectOption("Side by side");
  await dispatch.getByRole("button", { name: "Compare" }).click();
  await expect(dispatch.getByRole("region", { name: /, Before the meeting$/ })).not.toContainText("Heron");
  await expect(dispatch.getByRole("region", { name: /, Now$/ })).toContainText("Heron");
  const ids = await dispatch.locator("[id]").evaluateAll((all) => all.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);

  await dispatch.goBack();
  await dispatch.goBack();
  await named.getByRole("link", { name: /^Restore/ }).click();
  await expect(dispatch.getByRole("heading", { name: "What would change" })).toBeVisible();
  expect(await faultsOf(dispatch)).toEqual([]);
  await dispatch.getByRole("button", { name: "Restore this version" }).click();
  await expect(dispatch.getByText(/^Restored from “Before the meeting”/)).toBeVisible();
  expect(await faultsOf(dispatch)).toEqual([]);
  await dispatch.goto(draft);
  await expect(textOn(dispatch)).not.toContainText("Heron");
});

test("a returning reader is told what changed since their own last reading, and nothing else", async ({ browser }) => {
  const [dispatch, clinician] = await Promise.all([signedIn(browser, "dispatch"), signedIn(browser, "clinician")]);
  await clinician.goto(await ownText(dispatch, "What changed since", ["Ask what is happening now."]));
  await clinician.getByRole("button", { name: "I have read this" }).click();
  await expect(clinician.getByText("Nothing changed since you last read it")).toBeVisible();
  await caretBehind(dispatch, "Ask what is happening now.");
  await dispatch.keyboard.type(" Kestrel.");
  await isSaved(dispatch);
  await clinician.reload();
  await expect(clinician.getByText("1 clause changed since you last read it")).toBeVisible();
  await clinician.getByRole("link", { name: "See what changed" }).click();
  await expect(clinician.locator("ins")).toContainText("Kestrel");
});

test("one clause is locked for a review: everybody sees by whom, writes elsewhere, and not there", async ({ browser }) => {
  const [dispatch, clinician] = await Promise.all([signedIn(browser, "dispatch"), signedIn(browser, "clinician")]);
  await openDraft(dispatch);
  await clinician.goto(dispatch.url());
  await readyToWrite(clinician);
  await dispatch.getByRole("link", { name: "Locks" }).click();
  await dispatch.getByLabel("Why").fill("Legal review");
  await dispatch.getByRole("radio", { name: "An hour" }).check();
  await dispatch.getByRole("button", { name: "Lock the clause" }).click();
  await expect(dispatch.getByText(/Locked by you until/)).toBeVisible();
  expect(await faultsOf(dispatch)).toEqual([]);

  await expect(textOn(clinician).getByText(/Locked by Sam Whitaker, .* until .*: Legal review/)).toBeVisible({ timeout: 5_000 });
  const paragraphs = textOn(clinician).locator("section > p:not(.clause-lock-note)");
  await paragraphs.first().click();
  await clinician.keyboard.type("Osprey");
  await expect(textOn(clinician)).not.toContainText("Osprey");
  await expect(clinician.getByText(/is locked by Sam Whitaker; you can write everywhere else/).first()).toBeVisible();
  await paragraphs.last().click();
  await clinician.keyboard.type("Plover ");
  await isSaved(clinician);
  await expect(textOn(clinician)).toContainText("Plover");

  await dispatch.getByRole("button", { name: /Open it now/ }).click();
  await expect(dispatch.getByText("No clause is locked.")).toBeVisible();
  await expect(textOn(clinician).getByText(/Locked by/)).toHaveCount(0, { timeout: 5_000 });
});

test("who wrote what is said for each clause and shown in the text, also without a script", async ({ browser }) => {
  const dispatch = await signedIn(browser, "dispatch");
  await openDraft(dispatch);
  const words = (await textOn(dispatch).getByRole("paragraph").first().innerText()).slice(0, 30);
  await caretBehind(dispatch, words);
  await dispatch.keyboard.type(" Written by dispatch.");
  await isSaved(dispatch);
  await dispatch.getByRole("link", { name: "Who wrote what" }).click();
  await expect(dispatch.getByRole("table", { name: "Shares of each clause" }).getByRole("row").last()).toContainText("The whole text");
  await expect(dispatch.locator(".authored").getByText("Written by dispatch.")).toBeVisible();
  await expect(dispatch.getByRole("link", { name: / wrote:$/ }).first()).toBeVisible();
  expect(await faultsOf(dispatch)).toEqual([]);
});

test("the summary of a proposal that changes five clauses names what they rely on, and prints on two pages", async ({ browser }) => {
  const advocate = await signedIn(browser, "advocate");
  await advocate.goto("/documents");
  await advocate.getByRole("link", { name: "Response to a person in crisis" }).first().click();
  await advocate.getByRole("link", { name: "Propose a change", exact: true }).first().click();
  await advocate.getByLabel("Why should it change?").fill("Families said at three meetings that officers leave before anybody has said who comes next. Five clauses say it in five ways.");
  await advocate.getByLabel("Who is affected?").fill("Patrol officers of both agencies, call-takers, the mobile team, and families.");
  await advocate.getByLabel("Title").fill("One promise in five clauses");
  await advocate.getByLabel("Evidence").fill("In eleven of forty-one contacts the person was not told who would call back.");
  await advocate.getByLabel("Cost").fill("One card for each officer, and twenty minutes at roll call.");
  await advocate.getByRole("button", { name: "Open the proposal" }).click();
  await readyToWrite(advocate);
  const proposal = new URL(advocate.url()).pathname.replace(/\/draft$/, "");
  for (const words of ["Jail is the last answer", "A CIT officer is an officer", "Call-takers shall ask", "peer supporter", "A person who agrees to go"]) {
    await caretBehind(advocate, words);
    await advocate.keyboard.type(" The officer says who comes next and writes down what the person asked for. Nobody leaves before that is said.");
  }
  await isSaved(advocate);
  await advocate.goto(`${proposal}/summary`);
  await expect(advocate.getByRole("heading", { name: "5 clauses change" })).toBeVisible();
  const reliedOn = advocate.getByRole("region", { name: "What these clauses rely on" }).getByRole("listitem");
  await expect(reliedOn.filter({ hasText: "988" })).toContainText("cited by clause 4.3");
  await expect(reliedOn.filter({ hasText: "North Street" })).toContainText("(closed)");
  for (const format of ["Letter", "A4"]) expect((await advocate.pdf({ format })).toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(2);
});
