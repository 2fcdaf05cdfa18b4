import { choose } from "../support/choosing";
import { inspect, visit, watched } from "../support/inspection";
import { idAt, signedIn } from "../support/people";
import { expect, test } from "../support/test";
import { readyToWrite } from "../support/writing";

// Each look at a page takes a copy of it for the trace, which costs more than the look.
test.use({ trace: "off" });
test.describe.configure({ timeout: 180_000, mode: "parallel" });

test("every page that anybody may read is accessible, narrow or wide, light or dark, and asks no other host", async ({ browser }) => {
  const { page, faults } = await watched(await browser.newContext({ reducedMotion: "reduce" }));
  for (const address of ["/", "/sign-in", "/library", "/library?search=no+such+policy", "/library/CIT-100", "/library/CIT-100/editions/1", "/library/CIT-999", "/invitations/no-such-invitation", "/no-such-page"]) {
    await visit(page, address, faults);
  }
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Sign in" }).click();
  await inspect(page, "a refused sign-in", faults);
  expect(faults).toEqual([]);
});

test("every page of documents is accessible", async ({ browser }) => {
  const { page, faults } = await workplaceOf(browser, "coordinator");
  await page.goto("/documents");
  await inspect(page, "documents", faults);
  await page.getByRole("link", { name: "Response to a person in crisis" }).click();
  const policy = `/documents/${idAt(page, "documents")}`;
  await page.goto("/documents");
  await page.getByRole("link", { name: "Taking a call about a person in crisis" }).click();
  const procedure = `/documents/${idAt(page, "documents")}`;
  for (const address of [policy, `${policy}?edition=1`, `${policy}/visibility`, `${policy}/rights`, `${policy}/compare`, procedure, `${procedure}/submission`, "/documents/new", "/documents/import", "/documents?kind=agreement"]) {
    await visit(page, address, faults);
  }
  await page.goto("/documents/new");
  await page.getByRole("button", { name: "Start the draft" }).click();
  await inspect(page, "a refused new document", faults);
  expect(faults).toEqual([]);
});

test("the pages where text is written are accessible", async ({ browser }) => {
  const { page, faults } = await workplaceOf(browser, "dispatch");
  await page.goto("/documents");
  await page.getByRole("link", { name: "Taking a call about a person in crisis" }).click();
  await page.getByRole("link", { name: "Open the draft" }).click();
  await expect(page.getByRole("textbox", { name: "Taking a call about a person in crisis" })).toHaveAttribute("contenteditable", "true");
  await inspect(page, "the draft of a document", faults);
  await page.getByRole("button", { name: /^Reply that / }).first().click();
  await expect(page.getByLabel("Your reply")).toBeFocused();
  await inspect(page, "a suggestion that is answered", faults);
  await page.getByRole("button", { name: "Who wrote what" }).click();
  await expect(page.getByRole("list", { name: "Each clause" })).toBeVisible();
  await inspect(page, "who wrote what, beside and in the text", faults);
  await page.getByRole("link", { name: "Versions" }).click();
  await inspect(page, "versions", faults);
  const versions = page.url();
  await page.getByRole("link", { name: "Compare any two" }).click();
  await inspect(page, "two versions in one text", faults);
  await page.getByLabel("Shown").selectOption("Side by side");
  await page.getByRole("button", { name: "Compare" }).click();
  await inspect(page, "two versions side by side", faults);
  await page.goto(versions);
  await page.getByRole("button", { name: "Keep this version" }).click();
  await expect(page.getByLabel("Name the text as it is now")).toHaveAttribute("aria-invalid", "true");
  await inspect(page, "a refused name of a version", faults);

  await page.goto("/proposals?stage=drafting");
  await page.getByRole("link", { name: "Five minutes, then the mobile team" }).click();
  await page.getByRole("link", { name: "Edit the text" }).click();
  await expect(page.getByRole("textbox", { name: "Five minutes, then the mobile team" })).toHaveAttribute("contenteditable", "true");
  await inspect(page, "the text of a proposal", faults);
  expect(faults).toEqual([]);
});

test("the pages about a text that is being written are accessible: suggestions, comments, who wrote what, locks, replies", async ({ browser }) => {
  const { page, faults } = await workplaceOf(browser, "dispatch");
  await page.goto("/documents");
  await page.getByRole("link", { name: "Taking a call about a person in crisis" }).click();
  await page.getByRole("link", { name: "Open the draft" }).click();
  const draft = ((await page.getByRole("link", { name: "Versions" }).getAttribute("href")) ?? "").replace("/versions", "");
  for (const place of ["suggestions", "threads", "threads?filter=resolved", "authorship", "locks", "replies"]) await visit(page, `${draft}/${place}`, faults);
  await page.goto(`${draft}/locks`);
  await page.getByRole("button", { name: "Lock the clause" }).click();
  await inspect(page, "a refused lock", faults);
  await page.goto(`${draft}/replies`);
  await page.getByRole("button", { name: "Import a reply from Word" }).click();
  await inspect(page, "a refused reply", faults);
  expect(faults).toEqual([]);
});

test("what opens beside and over a text is accessible, also four times as large: threads, a comment that is begun, who wrote what, find, the keyboard", async ({ browser }) => {
  const { page, faults } = await workplaceOf(browser, "dispatch");
  await page.goto("/documents");
  await page.getByRole("link", { name: "Taking a call about a person in crisis" }).click();
  await page.getByRole("link", { name: "Open the draft" }).click();
  const text = await readyToWrite(page);
  const side = page.getByRole("complementary", { name: "Beside the text" });
  await side.getByRole("button", { name: /^Comments/ }).click();
  await side.getByRole("button", { name: "Reply" }).first().click();
  await side.getByLabel("Your reply").pressSequentially("@Av");
  await expect(side.getByRole("listbox", { name: "Names" })).toBeVisible();
  await inspect(page, "an open thread in which a name is called", faults);
  await side.getByLabel("Your reply").fill("");
  await side.getByRole("button", { name: "Who wrote what" }).click();
  await inspect(page, "who wrote what beside the text", faults);
  await side.getByRole("button", { name: "Close" }).click();
  await choose(page, "whether anyone is hurt");
  await page.keyboard.press("Control+Alt+m");
  await expect(side.getByLabel("Your comment")).toBeFocused();
  await inspect(page, "a comment that is begun", faults);
  // A window of 1280 by 1024, four times as large.
  await page.setViewportSize({ width: 320, height: 256 });
  await side.getByLabel("Your comment").focus();
  for (const place of [side.getByLabel("Your comment"), side.getByRole("button", { name: "Send comment" })]) await expect(place).toBeInViewport({ ratio: 0.9 });
  await page.setViewportSize({ width: 1280, height: 720 });
  await side.getByRole("button", { name: "Cancel" }).click();
  for (const [keys, what] of [["Control+f", "finding words"], ["Control+/", "the help about the keyboard"]] as const) {
    await text.focus();
    await page.keyboard.press(keys);
    await inspect(page, what, faults);
    await page.keyboard.press("Escape");
  }
  expect(faults).toEqual([]);
});

test("the question before one signs out with words that are not stored is accessible", async ({ browser }) => {
  const { page, faults } = await workplaceOf(browser, "peer");
  await page.goto("/proposals");
  await page.getByRole("link", { name: /Someone to ride along/ }).first().click();
  await page.getByLabel("Your comment").fill("Half a thought, which nobody has sent");
  await page.goto("/sign-out");
  await expect(page.getByRole("heading", { name: "Not everything is stored yet" })).toBeVisible();
  await inspect(page, "the question before signing out", faults);
  expect(faults).toEqual([]);
});

test("every page of proposals is accessible", async ({ browser }) => {
  const { page, faults } = await workplaceOf(browser, "dispatch");
  await page.goto("/documents");
  await page.getByRole("link", { name: "Response to a person in crisis" }).click();
  const document = idAt(page, "documents");
  await page.goto("/proposals");
  await inspect(page, "proposals", faults);
  for (const title of ["Ask those who know the person", "Someone to ride along", "Handcuffs on every transport", "Slow down first"]) {
    await page.goto("/proposals");
    await page.getByRole("link", { name: title }).click();
    await inspect(page, title, faults);
    await page.goto(`/proposals/${idAt(page, "proposals")}/summary`);
    await inspect(page, `the summary of ${title}`, faults);
  }
  await page.goto("/proposals");
  await page.getByRole("link", { name: "Five minutes, then the mobile team" }).click();
  const own = `/proposals/${idAt(page, "proposals")}`;
  for (const address of [own, `${own}/description`, `${own}/rebase`, `${own}/withdrawal`, `/proposals/new?document=${document}`, `/proposals/new?document=${document}&clause=purpose0001`, "/proposals?stage=withdrawn"]) {
    await visit(page, address, faults);
  }
  await page.goto(`/proposals/new?document=${document}`);
  await page.getByRole("button", { name: "Open the proposal" }).click();
  await inspect(page, "a refused proposal", faults);
  expect(faults).toEqual([]);
});

test("every page of votes and decisions is accessible", async ({ browser }) => {
  const advocate = await workplaceOf(browser, "advocate");
  await advocate.page.goto("/proposals?stage=voting");
  await advocate.page.getByRole("link", { name: "Ask those who know the person" }).click();
  await inspect(advocate.page, "an open ballot", advocate.faults);
  await advocate.page.getByRole("radio", { name: /^Object/ }).check();
  await advocate.page.getByRole("button", { name: "Cast vote" }).click();
  await expect(advocate.page.getByRole("alert")).toBeVisible();
  await inspect(advocate.page, "a refused ballot", advocate.faults);

  const chief = await workplaceOf(browser, "chief");
  await chief.page.goto("/");
  await inspect(chief.page, "the home of an agency head", chief.faults);
  await chief.page.goto("/decisions");
  await inspect(chief.page, "decisions", chief.faults);
  await chief.page.getByRole("region", { name: "Needs your decision" }).getByRole("link", { name: /Someone to ride along/ }).click();
  await inspect(chief.page, "a decision to make", chief.faults);
  await chief.page.getByRole("button", { name: "Sign the decision" }).click();
  await inspect(chief.page, "a refused decision", chief.faults);
  expect([...advocate.faults, ...chief.faults]).toEqual([]);
});

test("every page of the program itself is accessible", async ({ browser }) => {
  const { page, faults } = await workplaceOf(browser, "coordinator");
  await page.goto("/proposals?stage=drafting");
  await page.getByRole("link", { name: "Five minutes, then the mobile team" }).click();
  const opening = `${new URL(page.url()).pathname}/rounds`;
  for (const address of ["/", "/members", "/seats", "/groups", "/groups/new", "/committees", "/participation", "/charter/proposal", "/organizations", "/invitations", "/charter", "/records", "/notices", opening, "/no-such-page"]) {
    await visit(page, address, faults);
  }
  expect(faults).toEqual([]);
});

async function workplaceOf(browser: Parameters<typeof signedIn>[0], name: Parameters<typeof signedIn>[1]) {
  const page = await signedIn(browser, name, { reducedMotion: "reduce" });
  return watched(page.context(), page);
}
