import type { Page } from "@playwright/test";
import { faultsOf } from "../support/axe";
import { signedIn } from "../support/people";
import { expect, test } from "../support/test";

test.describe.configure({ mode: "serial", timeout: 180_000 });
const withoutScript = { javaScriptEnabled: false };

test("a plan goes from its first sections to frozen, signed by all, and is read in the library", async ({ browser }) => {
  const researcher = await signedIn(browser, "researcher");
  await researcher.goto("/evaluation");
  await researcher.getByRole("link", { name: "Start a plan" }).click();
  const number = `EV-${Date.now() % 100_000}`;
  await researcher.getByLabel("Title").fill("Do debriefs keep the training alive?");
  await researcher.getByLabel("Number").fill(number);
  await researcher.getByLabel("Riverton Police Department").check();
  await researcher.getByLabel("Everyone").check();
  await researcher.getByRole("button", { name: "Start the plan" }).click();
  await expect(researcher.getByRole("heading", { level: 2, name: "15. Quality" })).toBeVisible();
  const plan = researcher.url();

  const fill = async (part: string, fields: Record<string, string>) => {
    await researcher.goto(`${plan}/parts/${part}`);
    for (const [name, value] of Object.entries(fields)) {
      const field = researcher.locator(`[name="${name}"]`).first();
      if ((await field.evaluate((element) => element.tagName)) === "SELECT") await field.selectOption({ label: value });
      else await field.fill(value);
    }
    await researcher.getByRole("button", { name: /^Save/ }).click();
  };
  await fill("questions", { question: "Do supervisors debrief more often?" });
  await fill("logic", { text: "Debriefs after every contact", stage: "Short-term outcomes" });
  await researcher.goto(`${plan}/signers`);
  await researcher.getByLabel("Priya Anand").check();
  await researcher.getByLabel("Marisol Vance").check();
  await researcher.getByRole("button", { name: "Save the signers" }).click();
  await researcher.getByRole("link", { name: "Put before the signers" }).click();
  await researcher.getByLabel("Last day to answer").fill("2099-05-12");
  await researcher.getByRole("button", { name: "Ask the signers" }).click();
  await expect(researcher.getByText("The outcome “Debriefs after every contact” has no indicator. Choose a measure for it.")).toBeVisible();

  await fill("measures", { measure: "Supervisors' debriefs", outcome: "Debriefs after every contact" });
  await researcher.goto(`${plan}/submission`);
  await researcher.getByLabel("Last day to answer").fill("2099-05-12");
  await researcher.getByRole("button", { name: "Ask the signers" }).click();
  await expect(researcher.getByText("Needs 2 of 2; no answer by May 12, 2099 = not approved.")).toBeVisible();
  expect(await faultsOf(researcher)).toEqual([]);

  for (const name of ["clinician", "chief"] as const) {
    const signer = await signedIn(browser, name, withoutScript);
    await signer.getByRole("link", { name: new RegExp(`^Answer.*${number}`) }).click();
    await signer.getByLabel("I approve").check();
    await signer.getByRole("button", { name: "Give your answer" }).click();
    await signer.context().close();
  }
  await researcher.goto(`/library/plans/${number}`);
  await expect(researcher.getByText("Marisol Vance, Riverton Police Department")).toBeVisible();
  expect(await faultsOf(researcher)).toEqual([]);
  await researcher.context().close();
});

test("a file with names is refused and named; the one without them comes in, and its small counts stay hidden", async ({ browser }) => {
  const researcher = await signedIn(browser, "researcher");
  const send = async (text: string) => {
    await researcher.goto("/evaluation/imports/new");
    await researcher.getByLabel("CSV or Excel file").setInputFiles({ name: "totals.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
    await researcher.getByRole("button", { name: "Read the file" }).click();
  };
  const row = "2021-03,Riverton Police,force-rate,3,160";
  await send(`month,agency,measure,numerator,denominator,Last name\n${row},Ray\n`);
  await expect(researcher.getByText(/“Last name” looks like names of persons/).first()).toBeVisible();
  await send(`month,agency,measure,numerator,denominator\n${row}\n`);
  await expect(researcher.getByText("All of them can be read.")).toBeVisible();
  expect(await faultsOf(researcher)).toEqual([]);
  await researcher.getByRole("button", { name: "Import the rows" }).click();
  await expect(async () => {
    await researcher.reload();
    await expect(researcher.getByText("Imported", { exact: true })).toBeVisible({ timeout: 500 });
  }).toPass();
  await researcher.goto("/evaluation/measures");
  await researcher.getByRole("link", { name: "Contacts with force" }).click();
  await expect(researcher.getByText("Counts from 1 to 4 show as “<5”.")).toBeVisible();
  const all = await researcher.getByRole("link", { name: "Get all as CSV" }).getAttribute("href");
  const lines = await (await researcher.request.get(all ?? "")).text();
  expect(lines).toContain("2021-03,Riverton Police Department,,,numerator,<5");
  expect(lines).toContain("2021-03,Riverton Police Department,,,denominator,160");
  expect(await faultsOf(researcher)).toEqual([]);
  await researcher.context().close();
});
