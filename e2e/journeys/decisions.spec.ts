import { demonstrationPassword } from "../support/demonstration";
import { inspect, visit, watched } from "../support/inspection";
import { signedIn } from "../support/people";
import { expect, test } from "../support/test";

const riverton = "Riverton Police Department";
const sheriffs = "Riverton County Sheriff's Office";

test("two agencies decide differently, and the matrix, its file and the document say so", async ({ browser }) => {
  const sheriff = await signedIn(browser, "sheriff", { javaScriptEnabled: false });
  await sheriff.goto("/decisions");
  await sheriff.getByRole("region", { name: "Needs your decision" }).getByRole("link", { name: /Someone to ride along/ }).click();
  await sheriff.getByRole("radio", { name: /^Decline/ }).check();
  await sheriff.getByLabel("Your password, to sign").fill(demonstrationPassword());
  await sheriff.getByRole("button", { name: "Sign the decision" }).click();
  await expect(sheriff.getByRole("textbox", { name: "Your reasons" })).toHaveAttribute("aria-invalid", "true");
  await sheriff.getByRole("textbox", { name: "Your reasons" }).fill("Our deputies ride alone: there is no second seat.");
  await sheriff.getByLabel("Your password, to sign").fill(demonstrationPassword());
  await sheriff.getByRole("button", { name: "Sign the decision" }).click();
  await expect(sheriff.getByRole("heading", { name: "Declined" })).toBeVisible();

  await sheriff.goto("/decisions");
  await sheriff.getByRole("link", { name: "Policy by agency" }).click();
  const matrix = sheriff.getByRole("region", { name: "CIT-100 by agency" });
  const [own, other] = [matrix.getByRole("row").filter({ hasText: sheriffs }), matrix.getByRole("row").filter({ hasText: riverton })];
  for (const words of ["Edition 2 with changes in 4.1", "A deputy is often alone", "Proposal 3: declined", "there is no second seat"]) await expect(own).toContainText(words);
  for (const words of ["Edition 2 as carried", "Proposal 3: overdue"]) await expect(other).toContainText(words);
  const file = await (await sheriff.request.get("/decisions/variance/table.csv")).text();
  expect(file).toContain("Proposal 3: declined");
  expect(file).toContain("4.1 Time and distance: in other words");

  await own.getByRole("link", { name: "Read its text" }).click();
  await expect(sheriff.getByRole("status").filter({ hasText: `The text of ${sheriffs}.` })).toBeVisible();
  await expect(sheriff.getByRole("main")).toContainText("A deputy who is alone first asks for a second one.");
  await expect(sheriff.getByRole("region", { name: `What ${sheriffs} changed` }).getByRole("insertion")).toHaveText(/second one/);
});

test("an edit after the legal review is signed off has the review signed anew, for the text as it is now", async ({ browser }) => {
  const [chief, cit] = [await signedIn(browser, "chief", { javaScriptEnabled: false }), await signedIn(browser, "cit", { javaScriptEnabled: false })];
  await chief.goto("/decisions");
  await chief.getByRole("region", { name: "Needs your decision" }).getByRole("link", { name: /Talk about every use of force/ }).click();
  const stage = chief.getByRole("region", { name: "Stages before the decision" }).getByRole("listitem").filter({ hasText: "Legal review" });
  await expect(stage).toContainText("Signed off");

  await chief.getByRole("link", { name: /^Adopt with changes/ }).click();
  await chief.getByRole("radio", { name: "Take it in other words" }).check();
  const words = chief.getByLabel("The words of 6 Supervisors");
  await words.fill((await words.inputValue()).replace("the next day", "the next shift"));
  await chief.getByLabel("Why, unless you take it as carried").fill("A day may be a day off.");
  await chief.getByLabel("Your reasons").fill("We want the talk, at the next shift.");
  await chief.getByRole("radio", { name: /^A change/ }).check();
  await chief.getByLabel("Your password, to sign").fill(demonstrationPassword());
  await chief.getByRole("button", { name: "Sign and open for comment" }).click();
  await expect(stage).toContainText("Waiting for sign-off");

  await cit.goto("/");
  await cit.getByRole("link", { name: /Legal review/ }).first().click();
  await expect(cit.getByRole("main")).toContainText("the next shift");
  await cit.getByLabel("Your password, to sign").fill(demonstrationPassword());
  await cit.getByRole("button", { name: "Sign off" }).click();
  await chief.reload();
  await expect(stage).toContainText("Signed by Lena Brandt");
});

test("anybody reads the text of a day at one agency, and a day that does not exist is refused at its field", async ({ browser }) => {
  const { page, faults } = await watched(await browser.newContext({ javaScriptEnabled: false, reducedMotion: "reduce" }));
  await page.goto("/library/CIT-100");
  const owed = page.getByRole("status").filter({ hasText: `Overdue — Chief, ${riverton}` });
  await expect(owed).toContainText("Someone to ride along");
  await page.getByText("Read the text of another day").click();
  await page.getByLabel("At", { exact: true }).selectOption(sheriffs);
  await page.getByRole("button", { name: "Show that text" }).click();
  await expect(page.getByRole("main")).toContainText("A deputy who is alone first asks for a second one.");
  await page.goto("/library/CIT-100?asOf=1999-01-01");
  await expect(page.getByRole("status")).toContainText("Nothing was in force at any agency on Jan. 1, 1999.");
  expect((await page.goto("/library/CIT-100?asOf=2026-02-30"))?.status()).toBe(422);
  await expect(page.getByLabel("In force on")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByRole("main")).not.toContainText("Purpose");
  expect(faults).toEqual([]);
});

test("an officer reads a new edition on a phone and acknowledges it", async ({ browser }) => {
  const officer = await signedIn(browser, "cit", { javaScriptEnabled: false, viewport: { width: 390, height: 800 } });
  await officer.goto("/");
  await officer.getByRole("link", { name: "What your agency asks you to read" }).click();
  const waiting = officer.getByRole("region", { name: "Waiting for you" });
  await waiting.getByRole("link", { name: /^Read ?: CIT-100/ }).click();
  expect(await officer.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await officer.getByRole("button", { name: /^I have read/ }).click();
  await expect(officer.getByText("You acknowledged this edition")).toBeVisible();
});

test("the matrix, an agency's own text and a refused day are accessible, light and dark", async ({ browser }) => {
  const { page, faults } = await watched(await browser.newContext({ reducedMotion: "reduce" }));
  await page.goto("/library/CIT-100");
  await page.getByRole("link", { name: /^Read its text/i }).first().click();
  await inspect(page, "an agency's own text", faults);
  await page.goto("/library/CIT-100?asOf=2026-02-30");
  await inspect(page, "a refused day", faults);
  const own = await watched((await signedIn(browser, "observer", { reducedMotion: "reduce" })).context());
  await visit(own.page, "/decisions/variance", own.faults);
  expect([...faults, ...own.faults]).toEqual([]);
});
