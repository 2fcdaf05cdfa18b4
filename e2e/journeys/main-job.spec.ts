import { existsSync } from "node:fs";
import type { Page } from "@playwright/test";
import { wordParts, zip } from "../../app/editor/import/zip-in-test";
import type { PersonKey } from "../../prisma/demonstration/people";
import { inspect } from "../support/inspection";
import { signedIn } from "../support/people";
import { hashShown, needing, openDecision, signAdoption, skipStages } from "../support/policy";
import { expect, test } from "../support/test";
import { caretBehind, isSaved, readyToWrite, textOn, wordsOn } from "../support/writing";

const realPolicy = "../shared/reference/policies/off-duty-interventions-2020-07-14.docx";
const number = "CIT-200";
const title = "Off-duty interventions";
const changeTitle = "Call first, wait for help";
const why = "A person in crisis who is met by an officer without a radio has nobody to send for.";

test.describe.configure({ mode: "serial", timeout: 150_000 });
test.use({ keepsWindows: true });

const pages = new Map<PersonKey, Page>();
let documentPath = "";
let proposalPath = "";
let votedHash = "";
let laterPath = "";

/** Everybody keeps one browser through the whole journey, as they would. */
async function of(name: PersonKey): Promise<Page> {
  const page = pages.get(name);
  if (!page) throw new Error(`${name} has not come yet.`);
  return page;
}

test.beforeAll(async ({ browser }) => {
  const names: PersonKey[] = ["cit", "coordinator", "chief", "advocate", "clinician", "officer", "sheriff", "peer", "dispatch", "researcher"];
  for (const name of names) pages.set(name, await signedIn(browser, name));
});

test.afterAll(async () => {
  for (const page of pages.values()) await page.context().close();
});

test("the police coordinator imports a Word policy, sees what was understood and corrects it", async () => {
  const cit = await of("cit");
  await cit.goto("/documents");
  await cit.getByRole("link", { name: "Import a text" }).click();
  await cit.getByLabel("Title").fill(title);
  await cit.getByLabel("Number").fill(number);
  await cit.getByLabel("Everyone").check();
  await cit.getByRole("button", { name: "Import the file" }).click();
  await expect(cit.getByRole("alert")).toContainText("need your attention");
  await expect(cit.getByLabel("Source")).toHaveAttribute("aria-invalid", "true");
  await expect(cit.getByLabel("Number")).toHaveValue(number);

  await cit.getByLabel("Source").fill("Published by a large city's police department in 2020");
  await cit.getByRole("radio", { name: "Somebody's who allows this use" }).check();
  await cit.getByLabel("Word file").setInputFiles(existsSync(realPolicy) ? realPolicy : { name: "policy.docx", mimeType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", buffer: wordFile() });
  await cit.getByRole("button", { name: "Import the file" }).click();
  await expect(cit.getByRole("heading", { level: 1, name: "What was understood" })).toBeVisible();
  await expect(cit.getByRole("region", { name: "Understood", exact: true })).toContainText(/Clauses\s*[1-9]/);
  await expect(cit.getByRole("region", { name: "Not understood" })).toBeVisible();
  await expect(cit.getByRole("region", { name: "What was guessed" }).first()).toBeVisible();

  await cit.getByRole("link", { name: "Open the draft to correct it" }).click();
  const text = await readyToWrite(cit);
  const heading = text.getByRole("heading").first();
  await heading.click();
  await cit.keyboard.press("End");
  await cit.keyboard.type(" (corrected)");
  await isSaved(cit);
  await cit.reload();
  await expect((await readyToWrite(cit)).getByRole("heading").first()).toContainText("(corrected)");
});

test("what a Word file has that is not taken over is listed, and so is each heading that was guessed", async () => {
  const cit = await signedInAgain("cit");
  await cit.goto("/documents/import");
  await cit.getByLabel("Title").fill("A text with a picture");
  await cit.getByLabel("Number").fill("CIT-201");
  await cit.getByLabel("Source").fill("Made for this test");
  await cit.getByRole("radio", { name: "Ours" }).check();
  await cit.getByLabel("Word file").setInputFiles({ name: "picture.docx", mimeType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", buffer: wordFile("<w:p><w:r><w:drawing/></w:r></w:p>") });
  await cit.getByRole("button", { name: "Import the file" }).click();
  await expect(cit.getByRole("region", { name: "Not understood" }).getByRole("row", { name: /picture|drawing|image/i })).toBeVisible();
  await expect(cit.getByRole("region", { name: "What was guessed" }).getByRole("row", { name: /purpose/i })).toBeVisible();
  const faults: string[] = [];
  await inspect(cit, "what was understood of a file", faults);
  expect(faults).toEqual([]);
  await cit.close();
});

test("the program's coordinator sends it to the agency head, who cannot decide without reasons and then adopts it", async () => {
  const coordinator = await of("coordinator");
  await coordinator.goto("/documents");
  await coordinator.getByRole("link", { name: title }).click();
  documentPath = new URL(coordinator.url()).pathname;
  await coordinator.getByRole("button", { name: "Send to the agency head" }).click();
  await expect(coordinator.getByRole("region", { name: "With the agency head" })).toContainText("Riverton Police Department");

  const chief = await of("chief");
  await openDecision(chief, `${number} ${title}`);
  await chief.getByRole("radio", { name: "Decline" }).check();
  await chief.getByRole("button", { name: "Sign the decision" }).click();
  await expect(chief.getByRole("alert")).toBeVisible();
  await expect(chief.getByRole("textbox", { name: "Your reasons" })).toHaveAttribute("aria-invalid", "true");
  await expect(chief.getByRole("radio", { name: "Decline" })).toBeChecked();
  await expect(chief.getByRole("region", { name: "Stages before the decision" })).toContainText("Legal review");
  await skipStages(chief, "The rule has been in force since 2020.");
  await signAdoption(chief, "This is the rule we have followed since 2020. It enters the program so that others can improve it.");
  await expect(chief.getByRole("heading", { name: "Adopted" })).toBeVisible();
  await coordinator.goto(documentPath);
  await expect(coordinator.getByRole("heading", { name: "Editions" })).toBeVisible();
});

test("the advocate proposes a change to a clause, and cannot without saying why", async () => {
  const advocate = await of("advocate");
  await advocate.goto("/documents");
  await advocate.getByRole("link", { name: title }).click();
  await advocate.getByRole("complementary", { name: /^On clause 1/ }).first().getByRole("link", { name: "Propose a change" }).click();
  await advocate.getByLabel("Who is affected?").fill("Off-duty officers, and the person in crisis.");
  await advocate.getByLabel("Title").fill(changeTitle);
  await advocate.getByRole("button", { name: "Open the proposal" }).click();
  await expect(advocate.getByLabel("Why should it change?")).toHaveAttribute("aria-invalid", "true");
  await expect(advocate.getByLabel("Why should it change?")).toHaveAccessibleDescription(/Say why the text should change/);
  await expect(advocate.getByLabel("Who is affected?")).toHaveValue("Off-duty officers, and the person in crisis.");
  await advocate.getByLabel("Why should it change?").fill(why);
  await advocate.getByRole("button", { name: "Open the proposal" }).click();
  await readyToWrite(advocate);
  proposalPath = new URL(advocate.url()).pathname.replace(/\/draft$/, "");
});

test("an advocate, a clinician and an officer write in it together, each seeing the others' words and carets", async () => {
  const writers = { advocate: "Avery Stone · Riverton Alliance on Mental Illness", clinician: "Priya Anand · Riverton Mental Health Center", officer: "Chris Delgado · Riverton Police Department" } as const;
  const names = Object.keys(writers) as (keyof typeof writers)[];
  for (const name of names) {
    const page = await of(name);
    await page.goto("/proposals?stage=drafting");
    await page.getByRole("link", { name: changeTitle }).click();
    await page.getByRole("link", { name: "Edit the text" }).click();
    await readyToWrite(page);
  }
  const paragraph = await textOn(await of("advocate")).getByRole("paragraph").filter({ hasText: /\S.{30}/ }).first().innerText();
  for (const name of names) {
    const page = await of(name);
    await caretBehind(page, paragraph.slice(0, 30));
    await page.keyboard.type(` The ${name} adds this.`);
    for (const other of names) await expect(textOn(await of(other))).toContainText(`The ${name} adds this.`, { timeout: 5_000 });
  }
  for (const name of names) {
    for (const other of names.filter((one) => one !== name)) await expect(textOn(await of(name))).toContainText(writers[other]);
    await isSaved(await of(name));
  }
  const text = await wordsOn(await of("advocate"));
  for (const name of names) await expect.poll(async () => wordsOn(await of(name))).toBe(text);
});

test("a clinician begins another proposal on the same clause", async () => {
  const clinician = await signedInAgain("clinician");
  await clinician.goto(documentPath);
  await clinician.getByRole("complementary", { name: /^On clause 1/ }).first().getByRole("link", { name: "Propose a change" }).click();
  await clinician.getByLabel("Why should it change?").fill("Clinicians may be called to the scene too.");
  await clinician.getByLabel("Who is affected?").fill("Clinicians on duty.");
  await clinician.getByLabel("Title").fill("Name the clinician");
  await clinician.getByRole("button", { name: "Open the proposal" }).click();
  await readyToWrite(clinician);
  const paragraph = await textOn(clinician).getByRole("paragraph").filter({ hasText: /\S.{30}/ }).first().innerText();
  await caretBehind(clinician, paragraph.slice(0, 30));
  await clinician.keyboard.type(" A clinician may be called.");
  await isSaved(clinician);
  laterPath = new URL(clinician.url()).pathname.replace(/\/draft$/, "");
  await clinician.close();
});

test("they discuss it on the page of the proposal", async () => {
  const clinician = await signedInAgain("clinician");
  await clinician.goto(proposalPath);
  await clinician.getByLabel("Your comment").fill("Who is called when the officer has no telephone?");
  await clinician.getByRole("button", { name: "Post comment" }).click();
  await expect(clinician.getByRole("article", { name: "Comment by Priya Anand" })).toContainText("Who is called");
  const advocate = await signedInAgain("advocate");
  await advocate.goto(proposalPath);
  const comment = advocate.getByRole("article", { name: "Comment by Priya Anand" });
  await comment.getByRole("group").filter({ hasText: "Reply to Priya Anand" }).click();
  await comment.getByLabel("Your reply").fill("A bystander is asked to call. It can be said in training.");
  await comment.getByRole("button", { name: "Post reply" }).click();
  await expect(advocate.getByRole("article", { name: "Reply by Avery Stone" })).toContainText("bystander");
});

test("the coordinator opens the vote, and whoever has the text open loses the pen within five seconds", async () => {
  const coordinator = await of("coordinator");
  await coordinator.goto(proposalPath);
  await coordinator.getByRole("link", { name: "Open the vote" }).click();
  await expect(textOn(await of("officer"))).toHaveAttribute("contenteditable", "true");
  await coordinator.getByRole("button", { name: "Open the vote" }).click();
  await expect(textOn(await of("officer"))).toHaveAttribute("contenteditable", "false", { timeout: 5_000 });
  await expect((await of("officer")).getByRole("status").filter({ hasText: /vote/i })).toBeVisible();
  const before = await wordsOn(await of("officer"));
  await textOn(await of("officer")).click();
  await (await of("officer")).keyboard.type("Too late.");
  expect(await wordsOn(await of("officer"))).toBe(before);
  await expect(coordinator.getByRole("region", { name: "The vote" })).toContainText("Charter version 1");
  votedHash = await hashShown(coordinator.getByRole("region", { name: "The vote" }));
});

test("seat holders of every group vote, no objection stands without a reason, and the page says what is missing", async () => {
  const cit = await of("cit");
  await cit.goto("/");
  await cit.getByRole("link", { name: needing("Vote", changeTitle) }).click();
  await expect(cit.getByRole("region", { name: "The vote" })).toContainText(/Needs \d more lived experience and advocacy votes? for quorum/);
  expect(await hashShown(cit.getByRole("region", { name: "The vote" }))).toBe(votedHash);
  await cast(cit, "Consent");

  const officer = await of("officer");
  await officer.goto(proposalPath);
  await cast(officer, "Object", "", false);
  await expect(officer.getByRole("alert")).toBeVisible();
  await expect(officer.getByLabel("Your reason")).toHaveAttribute("aria-invalid", "true");
  await expect(officer.getByRole("radio", { name: /^Object/ })).toBeChecked();
  await officer.getByLabel("Your reason").fill("Waiting is not always possible.");
  await officer.getByRole("button", { name: "Cast vote" }).click();
  await expect(officer.getByText("Your vote is in.")).toBeVisible();
  await expect(officer.getByRole("region", { name: "The vote" })).toContainText("it would not carry");

  for (const name of ["sheriff", "clinician", "advocate", "peer", "dispatch"] as const) {
    const page = await of(name);
    await page.goto(proposalPath);
    await cast(page, "Consent", name === "advocate" ? "It protects both." : "");
  }
  const researcher = await of("researcher");
  await researcher.goto(proposalPath);
  await cast(researcher, "Abstain");
  await expect(researcher.getByRole("region", { name: "The vote" })).toContainText("If the vote closed now, it would carry.");
});

test("the coordinator closes the vote by hand, and it is carried", async () => {
  const coordinator = await of("coordinator");
  await coordinator.goto(proposalPath);
  await coordinator.getByRole("link", { name: "Close the vote" }).click();
  await coordinator.getByRole("button", { name: "Close the vote" }).click();
  const result = coordinator.getByRole("region", { name: "The result" });
  await expect(result).toContainText("Carried.");
  await expect(result).toContainText("Waiting is not always possible.");
  await expect(coordinator.getByRole("region", { name: "Decisions" })).toContainText("Riverton Police Department");
});

test("the agency head finds it under what needs a decision, and adopts it with reasons and a first day", async () => {
  const chief = await of("chief");
  await chief.goto("/decisions");
  await expect(chief.getByRole("region", { name: "Needs your decision" })).toContainText(changeTitle);
  await openDecision(chief, changeTitle);
  expect(await hashShown(chief.getByRole("region", { name: "What changes" }))).toBe(votedHash);
  await expect(chief.getByRole("region", { name: "What changes" }).getByRole("insertion").first()).toBeVisible();
  await expect(chief.getByRole("region", { name: "Votes by group" })).toContainText("Lived experience and advocacy");
  await skipStages(chief, "One sentence that is trained already.");
  const reasons = "The groups agree, and so do I. Roll call will explain it.";
  // The first edition came into force today, and a day has one edition.
  await signAdoption(chief, reasons);
  await expect(chief.getByLabel("If you adopt: first day in force")).toHaveAttribute("aria-invalid", "true");
  await expect(chief.getByRole("textbox", { name: "Your reasons" })).toHaveValue(reasons);
  await signAdoption(chief, reasons, 1);
  await expect(chief.getByRole("heading", { name: "Adopted" })).toBeVisible();
  await expect(chief.getByRole("complementary", { name: "The answer" })).toContainText("The groups agree, and so do I.");
});

test("the proposal that began before is brought onto the new edition by choosing between the texts", async () => {
  const clinician = await of("clinician");
  await clinician.goto(laterPath);
  await expect(clinician.getByRole("status").filter({ hasText: "Rebase needed." })).toBeVisible();
  await clinician.getByRole("link", { name: "Bring it up to date" }).click();
  await clinician.getByRole("button", { name: "Bring it onto edition 2" }).click();
  await expect(clinician.getByRole("alert")).toBeVisible();
  const faults: string[] = [];
  await inspect(clinician, "three texts to choose from", faults);
  expect(faults).toEqual([]);
  await clinician.getByRole("radio", { name: /^This proposal's/ }).check();
  await clinician.getByRole("button", { name: "Bring it onto edition 2" }).click();
  await expect(clinician.getByRole("heading", { level: 1, name: "Name the clinician" })).toBeVisible();
  await expect(clinician.getByRole("status").filter({ hasText: "Rebase needed." })).toBeHidden();
  await expect(clinician.getByRole("region", { name: "What changes" })).toContainText("may be called");
});

test("anybody reads the adopted text in the library, with its record, and no script is sent", async ({ browser }) => {
  const visitor = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await visitor.goto("/library");
  await visitor.getByRole("link", { name: `${number} ${title}` }).click();
  await visitor.getByRole("link", { name: "Edition 2" }).click();
  const page = visitor.getByRole("main");
  for (const words of [number, "edition 2", "The advocate adds this.", "The clinician adds this.", "The officer adds this.", why, "The groups agree, and so do I.", "Riverton Police Department", "Carried"]) await expect(page).toContainText(words);
  expect(await hashShown(page)).toBe(votedHash);
  await expect(visitor.getByRole("region", { name: "Change from the edition before" }).getByRole("insertion").first()).toBeVisible();
  await expect(visitor.getByRole("region", { name: "Decision record" })).toBeVisible();
  const answer = await visitor.request.get(visitor.url());
  expect(await answer.text()).not.toContain("<script");
  await visitor.context().close();
});

async function cast(page: Page, choice: "Consent" | "Object" | "Abstain", reason = "", arrives = true): Promise<void> {
  await page.getByRole("radio", { name: choice }).check();
  await page.getByLabel("Your reason").fill(reason);
  await page.getByRole("button", { name: "Cast vote" }).click();
  if (arrives) await expect(page.getByText("Your vote is in.")).toBeVisible();
}

/** Another tab of the same person, so that the text stays open in the first. */
async function signedInAgain(name: PersonKey): Promise<Page> {
  return (await of(name)).context().newPage();
}

function wordFile(more = ""): Buffer {
  const line = (words: string, bold = false) => `<w:p><w:r>${bold ? "<w:rPr><w:b/></w:rPr>" : ""}<w:t>${words}</w:t></w:r></w:p>`;
  const body = ["PURPOSE", "POLICY", "PROCEDURE"].map((heading) => line(heading, true) + line(`What stands below ${heading.toLowerCase()} is a sentence that is long enough to be a paragraph of its own.`)).join("");
  return Buffer.from(zip(wordParts(body + more)));
}
