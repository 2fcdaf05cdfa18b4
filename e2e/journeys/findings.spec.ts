import type { Page } from "@playwright/test";
import { faultsOf } from "../support/axe";
import { signedIn } from "../support/people";
import { expect, test } from "../support/test";

const withoutScript = { javaScriptEnabled: false };

test("an agency comments and objects, each comment is answered, and what came out in spite of an objection carries its words", async ({ browser }) => {
  test.setTimeout(180_000);
  const cit = await signedIn(browser, "cit", withoutScript);
  await cit.getByRole("link", { name: /^Read and answer.*Finding/ }).click();
  await cit.getByRole("link", { name: "Comment", exact: true }).click();
  await cit.getByLabel("What it is about").selectOption({ label: "Limits" });
  await cit.getByLabel("Comment", { exact: true }).fill("One month had a strike.");
  await cit.getByRole("button", { name: "Send the comment" }).click();
  await expect(cit.getByText("One month had a strike.")).toBeVisible();
  await cit.getByRole("link", { name: "Answer for your agency" }).click();
  await cit.getByLabel("Disagrees").check();
  await cit.getByRole("button", { name: "Give the answer" }).click();
  await expect(cit.getByText("Please say why: your words are printed beside the finding.").first()).toBeVisible();
  await cit.getByLabel("In your words").fill("We count otherwise.");
  await cit.getByRole("button", { name: "Give the answer" }).click();
  await expect(cit.getByText("We count otherwise.")).toBeVisible();
  const finding = new URL(cit.url()).pathname;
  await cit.context().close();

  const researcher = await signedIn(browser, "researcher", withoutScript);
  await researcher.goto(finding);
  for (let left = await researcher.getByRole("link", { name: /^Answer ?: / }).count(); left > 0; left -= 1) {
    await researcher.getByRole("link", { name: /^Answer ?: / }).first().click();
    await researcher.getByLabel("Your answer").fill("The limits name it now.");
    await researcher.getByLabel("Yes, the text is corrected").check();
    await researcher.getByRole("button", { name: "Answer" }).click();
  }
  await expect(researcher.getByText(/Every comment is answered\. The agencies may answer this finding; they cannot hold it back\./)).toBeVisible();
  await expect(researcher.getByRole("button", { name: "End the dialogue" })).toHaveCount(0);
  await researcher.context().close();

  const anybody = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  await anybody.goto("/library/findings");
  await anybody.getByRole("link", { name: "Do arrests at crisis contacts fall?" }).click();
  await expect(anybody.getByText(/^Riverton Police Department: disagrees$/)).toBeVisible();
  await expect(anybody.getByText("We count otherwise.")).toHaveCount(0);
  expect(await faultsOf(anybody)).toEqual([]);
  await anybody.goto("/library/evidence");
  expect(await faultsOf(anybody)).toEqual([]);
  await anybody.context().close();
});

test("a picture leads to the definition of its measure; on paper it follows what stands above it, a table keeps its head, and the logic model is seen whole", async ({ browser }) => {
  const page = await (await browser.newContext()).newPage();
  await page.goto("/library/findings/1");
  await page.getByRole("link", { name: "How Arrest is defined (version 1)" }).click();
  await expect(page.getByRole("heading", { name: "Measures as they were defined" })).toBeVisible();
  await expect(page.getByText("Crisis contacts that ended in an arrest").first()).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 643, height: 900 });
  await page.goto("/library/findings/1");
  const figure = page.getByRole("figure").first();
  await expect(figure).toHaveCSS("break-inside", "auto");
  await expect(figure.getByRole("img").first()).toHaveCSS("break-inside", "avoid");
  await expect(figure.getByRole("table").locator("thead")).toHaveCSS("break-after", "avoid");
  await expect(page.getByText(/^Ingrid Falk: Do arrests at crisis contacts fall\? .*\/library\/findings\/1@v1$/)).toBeVisible();
  await expect(page.getByRole("link", { name: "BibTeX" })).toBeHidden();
  await page.goto("/library/plans/CIT-EV-1/versions/1");
  const [picture, sheet] = [await page.locator(".logic-model svg").boundingBox(), await page.locator(".logic-model").boundingBox()];
  expect(picture?.width).toBeLessThanOrEqual(sheet?.width ?? 0);
  await expect(page.locator(".logic-model").getByText("Short-term outcomes")).toBeVisible();
});
