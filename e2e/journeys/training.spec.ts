import type { Page } from "@playwright/test";
import { faultsOf } from "../support/axe";
import { idAt, signedIn } from "../support/people";
import { expect, test } from "../support/test";

const withoutScript = { javaScriptEnabled: false };

test("a course goes from its date to a certificate that anybody can confirm, without script", async ({ browser }) => {
  const cit = await signedIn(browser, "cit", withoutScript);
  const title = `Refresher ${Date.now() % 100_000}`;
  await cit.goto("/training/people");
  await cit.getByLabel("Name", { exact: true }).fill(`Robin ${title.replace(/\D/g, "")}`);
  await cit.getByRole("button", { name: "Add the person" }).click();
  await cit.goto("/training/courses/new");
  await cit.getByLabel("Name", { exact: true }).fill(title);
  await cit.getByLabel("Place", { exact: true }).fill("Academy");
  await cit.getByLabel("Curriculum").selectOption({ label: "TRN-41, The yearly refresher" });
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
  expect(await faultsOf(anybody)).toEqual([]);
  await anybody.context().close();
});

test("the week is built and then changed by vote: an hour goes elsewhere by button and by mouse, the sum stays in view, and the vote shows it", async ({ browser }) => {
  const cit = await signedIn(browser, "cit", withoutScript);
  await cit.goto("/training");
  await cit.getByRole("link", { name: "The 40-hour CIT week" }).click();
  const curriculum = cit.url();
  await cit.getByRole("link", { name: "Propose a change" }).click();
  await cit.getByLabel("Why").fill("Who hears voices first listens otherwise to what follows.");
  await cit.getByLabel("Who is affected").fill("Officers in the week.");
  await cit.getByRole("button", { name: "Open the proposal" }).click();
  const week = cit.url();
  const dayOf = (page: Page, day: string) => page.getByRole("region", { name: day, exact: true });
  const press = async (module: string, button: string) => {
    const entry = cit.getByRole("listitem").filter({ has: cit.getByRole("link", { name: module, exact: true }) });
    if (!(await entry.getByRole("button", { name: button, exact: true }).isVisible())) await entry.getByText("Move").click();
    await entry.getByRole("button", { name: button, exact: true }).click();
  };
  await press("Hearing voices", "Monday");
  await expect(cit.getByRole("status").first()).toContainText("“Hearing voices” is now on Monday, 17:00 to 18:00.");
  await press("Hearing voices", "Earlier");
  await expect(dayOf(cit, "Monday")).toContainText(/13:00 to 14:00\s*Hearing voices.*14:00 to 18:00\s*Mental illness/);
  await expect(cit.getByText("40.0 h of 40.0 h.")).toBeInViewport();
  // By keyboard alone: what was moved has the focus, its buttons come next.
  await dayOf(cit, "Tuesday").getByRole("link", { name: "Medication and its effects" }).focus();
  await cit.keyboard.press("Tab");
  await cit.keyboard.press("Enter");
  await cit.keyboard.press("Tab");
  await expect(cit.getByRole("button", { name: "Later", exact: true }).and(cit.locator(":focus"))).toBeVisible();
  await cit.keyboard.press("Enter");
  await expect(dayOf(cit, "Tuesday")).toContainText(/11:00 to 12:00\s*Medication/);
  await expect(dayOf(cit, "Tuesday").getByRole("listitem").and(cit.locator(":focus"))).toContainText("Medication");
  await press("Medication and its effects", "Out of the week");
  await expect(cit.getByRole("heading", { name: "Without a place in the week" })).toBeVisible();
  await press("Medication and its effects", "Tuesday");
  const medication = dayOf(cit, "Tuesday").getByRole("link", { name: "Medication and its effects" });
  await medication.click();
  await cit.getByLabel("Topic").fill("Sleep");
  await cit.getByLabel("Hours").fill("1.5");
  await cit.getByRole("button", { name: "Save the module" }).click();
  await expect(cit.getByText("The modules sum to 40.5 h: 0.5 h over 40.0 h.")).toBeInViewport();
  await expect(cit.getByText("No module teaches “Medication”.")).toBeInViewport();
  await medication.click();
  await cit.getByLabel("Topic").fill("Medication");
  await cit.getByLabel("Hours").fill("1");
  await cit.getByRole("button", { name: "Save the module" }).click();
  const storageState = await cit.context().storageState();

  // The same with a mouse, and nothing keeps anybody out of it.
  const mouse = await (await browser.newContext({ storageState, viewport: { width: 1280, height: 1500 } })).newPage();
  await mouse.goto(week);
  await mouse.getByRole("link", { name: "Older adults and dementia" }).dragTo(dayOf(mouse, "Thursday").getByRole("link", { name: /^The law/ }), { targetPosition: { x: 5, y: 2 } });
  await expect(mouse.getByRole("status").first()).toContainText("“Older adults and dementia” is now on Thursday, 8:00 to 9:00.");
  expect(await faultsOf(mouse)).toEqual([]);
  await mouse.setViewportSize({ width: 390, height: 844 });
  expect(await faultsOf(mouse)).toEqual([]);
  await mouse.context().close();

  await cit.goto(curriculum);
  await cit.getByRole("link", { name: /^Proposal \d+: Change to TRN-40/ }).first().click();
  const proposal = cit.url();
  await cit.context().close();
  const coordinator = await signedIn(browser, "coordinator", withoutScript);
  await coordinator.goto(proposal);
  await coordinator.getByRole("link", { name: "Open the vote" }).click();
  await coordinator.getByRole("button", { name: "Open the vote" }).click();
  await coordinator.context().close();
  const clinician = await signedIn(browser, "clinician", withoutScript);
  await clinician.goto(proposal);
  const moved = clinician.getByRole("row", { name: /^Hearing voices/ });
  await expect(moved.getByRole("deletion")).toHaveText("Thursday 10:00");
  await expect(moved.getByRole("insertion")).toHaveText("Monday 13:00");
  await expect(clinician.getByText("The modules still sum to 40.0 h.")).toBeVisible();
  await clinician.getByRole("radio", { name: /^Consent/ }).check();
  await clinician.getByRole("button", { name: "Cast vote" }).click();
  await expect(clinician.locator("#receipt")).toContainText("Your vote is in.");
  // What is voted on is not moved any more.
  await clinician.goto(week);
  await expect(clinician.getByText("Move", { exact: true })).toHaveCount(0);
  await clinician.context().close();
});

test("four waves show what fades: the program sets its limit, a refresher is proposed with the figures in it, and who finds the proposal sees the curve", async ({ browser }) => {
  const cit = await signedIn(browser, "cit", withoutScript);
  const limit = async (percent: string) => {
    await cit.goto("/training/retention");
    await cit.getByRole("link", { name: "Change this" }).click();
    await cit.getByLabel("Right answers in percent").fill(percent);
    await cit.getByRole("button", { name: "Save" }).click();
  };
  await limit("none");
  await expect(cit.getByRole("alert")).toContainText("from 1 to 99");
  await limit("40");
  await expect(cit.getByText("No step lies below 40 % in its last wave.")).toBeVisible();
  await expect(cit.getByRole("link", { name: /^Draft a refresher proposal/ })).toHaveCount(0);
  await limit("50");
  await expect(cit.getByText("Below 50 % in the last wave: “Act, review and re-assess”.")).toBeVisible();
  const waves = cit.getByRole("table", { name: "Act, review and re-assess, by wave" });
  await expect(waves.getByRole("rowheader")).toHaveText(["Before the training", "Right after", "After 6 months", "After 12 months"]);
  const last = waves.getByRole("row", { name: /^After 12 months/ }).getByRole("cell");
  const [share = "", interval = "", many = ""] = await last.allTextContents();

  await cit.getByRole("link", { name: "Draft a refresher proposal to TRN-41, The yearly refresher" }).click();
  const evidence = cit.getByLabel("Evidence");
  await expect(evidence).toHaveValue(new RegExp(`^Act, review and re-assess: ${share} of the answers were right after 12 months \\(95 % interval ${interval}, ${many} people\\), below the 50 % of the program\\.`));
  await expect(evidence).not.toHaveValue(/Identify options/);
  const title = `What fades is practised again ${Date.now() % 100_000}`;
  await cit.getByLabel("Title", { exact: false }).fill(title);
  await cit.getByRole("button", { name: "Open the proposal" }).click();
  await expect(cit).toHaveURL(/\/training\/weeks\//);
  await limit("70");
  await cit.context().close();

  const clinician = await signedIn(browser, "clinician", { viewport: { width: 390, height: 844 } });
  await clinician.goto("/proposals");
  await clinician.getByRole("link", { name: title }).click();
  await expect(clinician.getByText(`${share} of the answers were right after 12 months`)).toBeVisible();
  expect(await faultsOf(clinician)).toEqual([]);
  await clinician.getByRole("link", { name: "/training/retention" }).click();
  const curve = clinician.getByRole("figure", { name: "What lasts, cohort First cohort" });
  await expect(curve.getByRole("img").and(clinician.locator(":visible"))).toBeVisible();
  await expect(clinician.getByRole("figure", { name: "Debriefs for every 100 officers a month" })).toContainText("for every 100 officers a month (95 % interval");
  expect(await faultsOf(clinician)).toEqual([]);
  await clinician.context().close();
});

test("a sergeant writes a debrief on a phone; a case number is refused and named, and nothing typed is lost", async ({ browser }) => {
  const cit = await signedIn(browser, "cit", { viewport: { width: 390, height: 844 } });
  await cit.goto("/training/debriefs/new");
  expect(await faultsOf(cit)).toEqual([]);
  for (const group of await cit.getByRole("group").all()) if ((await group.getByRole("radio").count()) > 0) await group.getByRole("radio").first().check();
  await cit.getByLabel("What was done well").fill("Waited behind cover and asked what helps.");
  await cit.getByLabel("What to practise").fill("Name the next step aloud, as in case 2026-004417.");
  await cit.getByRole("button", { name: "Keep the debrief" }).click();
  await expect(cit.getByText(/case/).first()).toBeVisible();
  await expect(cit.getByLabel("What was done well")).toHaveValue("Waited behind cover and asked what helps.");
  expect(cit.url()).toContain("/debriefs/new");
  expect(await faultsOf(cit)).toEqual([]);
  await cit.getByLabel("What to practise").fill("Name the next step aloud.");
  await cit.getByRole("button", { name: "Keep the debrief" }).click();
  await expect(cit.getByRole("heading", { level: 1, name: "Debriefs" })).toBeVisible();
  expect(await faultsOf(cit)).toEqual([]);
  await cit.context().close();
});

test("the thread of one clause leads from its proposal to the finding about it, and back from what it leads to", async ({ browser }) => {
  const advocate = await signedIn(browser, "advocate");
  await advocate.goto("/documents");
  await advocate.getByRole("link", { name: "Response to a person in crisis" }).click();
  const thread = `/documents/${idAt(advocate, "documents")}/clauses/timedistance`;
  await advocate.goto(thread);
  const part = (name: string) => advocate.getByRole("region", { name });
  await expect(part("Through the editions")).toContainText("Edition 2");
  await expect(part("Proposals, votes and decisions")).toContainText("Law enforcement");
  await expect(part("Proposals, votes and decisions")).toContainText("Riverton Police Department");
  expect(await faultsOf(advocate)).toEqual([]);

  const leadsTo = [
    ["Proposals, votes and decisions", /^Proposal 1:/],
    ["Modules and scenarios that teach it", /^Module /],
    ["Modules and scenarios that teach it", /^Scenario /],
    ["Measures that test it", "Contacts with force"],
  ] as const;
  for (const [region, name] of leadsTo) {
    await advocate.goto(thread);
    await part(region).getByRole("link", { name }).first().click();
    const back = advocate.getByRole("main").getByRole("link", { name: /Time and distance/ });
    await expect(back.first(), `${name} leads back`).toBeVisible();
    await back.first().click();
    expect(new URL(advocate.url()).pathname).toBe(thread);
  }
  await part("Measures that test it").getByRole("link", { name: /^Finding 1:/ }).click();
  await expect(advocate.getByRole("heading", { level: 1 })).toContainText("Do arrests at crisis contacts fall?");
});
