import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { signedIn } from "../support/people";

const withoutScript = { javaScriptEnabled: false };

async function withoutFaults(page: Page): Promise<void> {
  expect((await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]).analyze()).violations).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
}

test("a course goes from its date to a certificate that anybody can confirm, without script", async ({ browser }) => {
  const cit = await signedIn(browser, "cit", withoutScript);
  const title = `Refresher ${Date.now() % 100_000}`;
  await cit.goto("/training/people");
  await cit.getByLabel("Name", { exact: true }).fill(`Robin ${title.replace(/\D/g, "")}`);
  await cit.getByRole("button", { name: "Add the person" }).click();
  await cit.goto("/training/courses/new");
  await cit.getByLabel("Name", { exact: true }).fill(title);
  await cit.getByLabel("Place", { exact: true }).fill("Academy");
  await cit.getByLabel("Days").fill("tomorrow");
  await cit.getByRole("button", { name: "Plan the course" }).click();
  await expect(cit.getByRole("alert")).toBeVisible();
  await cit.getByLabel("Days").fill("2026-01-12\n2026-01-13");
  await cit.getByRole("button", { name: "Plan the course" }).click();
  await cit.getByRole("button", { name: "Open for names" }).click();
  const course = cit.url();

  await cit.getByRole("link", { name: "Our people in this course" }).click();
  await cit.getByLabel("Person", { exact: true }).selectOption({ label: `Robin ${title.replace(/\D/g, "")}, Patrol, Day` });
  await cit.getByRole("button", { name: "Put on the list" }).click();
  await expect(cit.getByText("0 of 2 days")).toBeVisible();
  await cit.goto(course);
  await cit.getByRole("button", { name: "Begin the course" }).click();
  await cit.getByRole("link", { name: "Our people in this course" }).click();
  await cit.getByRole("button", { name: /^Was there on/ }).first().click();
  await expect(cit.getByText("1 of 2 days")).toBeVisible();
  await cit.goto(course);
  await cit.getByRole("button", { name: "Complete the course" }).click();
  await cit.getByRole("link", { name: "Our people in this course" }).click();
  // Who missed a day is given none.
  await expect(cit.getByRole("button", { name: "Issue the certificate" })).toHaveCount(0);
  await cit.getByRole("button", { name: /^Was there on/ }).first().click();
  await cit.getByRole("button", { name: "Issue the certificate" }).click();
  const certificate = cit.getByRole("link", { name: /^Certificate / });
  const code = ((await certificate.textContent()) ?? "").replace("Certificate ", "");
  const file = await cit.request.get((await certificate.getAttribute("href")) ?? "");
  expect(file.headers()["content-type"]).toContain("application/pdf");
  await cit.context().close();

  const anybody = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  await anybody.goto("/library/certificates");
  await anybody.getByLabel("Code", { exact: true }).fill(code);
  await anybody.getByRole("button", { name: "Confirm" }).click();
  await expect(anybody.getByText(title).first()).toBeVisible();
  await expect(anybody.getByText("Robin")).toHaveCount(0);
  await withoutFaults(anybody);
  await anybody.context().close();
});

test("a sergeant writes a debrief on a phone; a case number is refused and named, and nothing typed is lost", async ({ browser }) => {
  const cit = await signedIn(browser, "cit", { viewport: { width: 390, height: 844 } });
  await cit.goto("/training/debriefs/new");
  await withoutFaults(cit);
  for (const group of await cit.getByRole("group").all()) if ((await group.getByRole("radio").count()) > 0) await group.getByRole("radio").first().check();
  await cit.getByLabel("What was done well").fill("Waited behind cover and asked what helps.");
  await cit.getByLabel("What to practise").fill("Name the next step aloud, as in case 2026-004417.");
  await cit.getByRole("button", { name: "Keep the debrief" }).click();
  await expect(cit.getByText(/case/).first()).toBeVisible();
  await expect(cit.getByLabel("What was done well")).toHaveValue("Waited behind cover and asked what helps.");
  expect(cit.url()).toContain("/debriefs/new");
  await withoutFaults(cit);
  await cit.getByLabel("What to practise").fill("Name the next step aloud.");
  await cit.getByRole("button", { name: "Keep the debrief" }).click();
  await expect(cit.getByRole("heading", { level: 1, name: "Debriefs" })).toBeVisible();
  await withoutFaults(cit);
  await cit.context().close();
});
