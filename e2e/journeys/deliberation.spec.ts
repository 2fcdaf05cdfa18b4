import type { Page } from "@playwright/test";
import { faultsOf } from "../support/axe";
import { timeZone, type PersonKey } from "../../prisma/demonstration/people";
import { ownServer, type OwnServer } from "../support/own-server";
import { idAt, signIn } from "../support/people";
import { expect, test } from "../support/test";

// What happens here changes the charter and the roll of votes for everybody, so it has a workplace of its own.
test.describe.configure({ mode: "serial" });
test.use({ keepsWindows: true });

const voters = ["cit", "officer", "sheriff", "clinician", "advocate", "peer", "dispatch", "researcher"] as const satisfies readonly PersonKey[];
const pages = new Map<PersonKey, Page>();
let server: OwnServer;
/** A coordinator with scripts on a phone, who only looks. */
let phone: Page;
let meeting = "";

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000);
  server = await ownServer(Number(process.env.E2E_PORT) + 5);
  for (const name of [...voters, "coordinator"] as const) {
    const page = await browser.newPage({ baseURL: server.origin, javaScriptEnabled: false });
    await signIn(page, name, server.password);
    pages.set(name, page);
  }
  phone = await browser.newPage({ baseURL: server.origin, viewport: { width: 390, height: 844 } });
  await signIn(phone, "coordinator", server.password);
});

test.afterAll(async () => {
  for (const page of [...pages.values(), phone]) await page?.context().close();
  await server?.close();
});

function of(name: PersonKey): Page {
  const page = pages.get(name);
  if (!page) throw new Error(`${name} has not come yet.`);
  return page;
}

/** As it is on a phone: no sideways scroll, nothing that keeps somebody out. */
async function fitsAPhone(address: string): Promise<void> {
  await phone.goto(address);
  expect(await faultsOf(phone), address).toEqual([]);
}

async function vote(name: PersonKey, proposal: string, choice: "Consent" | "Object", reason = ""): Promise<void> {
  const page = of(name);
  await page.goto(proposal);
  const change = page.getByText("Change your vote", { exact: true });
  const voted = (await change.count()) > 0;
  if (voted) await change.click();
  await page.getByRole("radio", { name: new RegExp(`^${choice}`) }).check();
  if (reason) await page.getByLabel(/^Your reason/).fill(reason);
  await page.getByRole("button", { name: voted ? "Change vote" : "Cast vote" }).click();
  await expect(page.locator("#receipt")).toContainText("Your vote is in.");
}

async function openAndClose(proposal: string, between: () => Promise<void>): Promise<void> {
  const coordinator = of("coordinator");
  await coordinator.goto(`${proposal}/rounds`);
  await coordinator.getByRole("button", { name: "Open the vote" }).click();
  await between();
  await closeVote(proposal);
}

async function closeVote(proposal: string): Promise<void> {
  const coordinator = of("coordinator");
  await coordinator.goto(proposal);
  await coordinator.getByRole("link", { name: "Close the vote" }).click();
  await coordinator.getByRole("button", { name: "Close the vote" }).click();
}

/** A day and time of the program as its fields take them. */
function local(at: number): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" }).format(at).replace(" ", "T");
}

test("a meeting is called, and its notice goes out with its agenda", async () => {
  const coordinator = of("coordinator");
  await coordinator.goto("/meetings/new");
  await coordinator.getByLabel("What meeting is it?").fill("A meeting at short notice");
  await coordinator.getByLabel("Where").fill("Library, room 2");
  // A meeting begins at a full minute; the next that leaves time to send its notice.
  const soon = Math.ceil((Date.now() + 30_000) / 60_000) * 60_000;
  await coordinator.getByLabel("Begins").fill(local(soon));
  await coordinator.getByLabel("Ends").fill(local(soon + 3_600_000));
  await coordinator.getByRole("button", { name: "Call the meeting" }).click();
  meeting = `/meetings/${idAt(coordinator, "meetings")}`;
  await coordinator.goto(`${meeting}/agenda`);
  await coordinator.getByRole("textbox").last().fill("Who brings the keys");
  await coordinator.getByRole("button", { name: /agenda/i }).click();
  await coordinator.goto(`${meeting}/notice`);
  await coordinator.getByRole("button", { name: /notice/i }).click();
  const peer = of("peer");
  await peer.goto("/notices");
  await expect(peer.getByRole("link", { name: /A meeting at short notice/ }).first()).toBeVisible();
});

test("all of the police consent and the other groups object: it is not carried, and the page says which groups are missing", async () => {
  const coordinator = of("coordinator");
  await coordinator.goto("/proposals?stage=voting");
  await coordinator.getByRole("link", { name: /Ask those who know the person/ }).first().click();
  const proposal = `/proposals/${idAt(coordinator, "proposals")}`;
  for (const name of ["officer", "sheriff"] as const) await vote(name, proposal, "Consent");
  for (const name of ["clinician", "advocate", "peer"] as const) await vote(name, proposal, "Object", "Nobody asked those whom it is about.");
  await closeVote(proposal);
  const result = coordinator.getByRole("region", { name: "The result" });
  await expect(result.getByText(/^Not carried:/)).toBeVisible();
  await expect(result.getByText(/^Not carried:/)).toContainText(/behavioral health/i);
  await expect(result.getByText(/^Not carried:/)).toContainText(/lived experience/i);
  await expect(result.getByText(/^Not carried:/)).not.toContainText(/law enforcement/i);
  await fitsAPhone(proposal);
});

test("an election by ranking: each gives an order, and the one who beats the others leads", async () => {
  const coordinator = of("coordinator");
  await coordinator.goto("/ballots/new?kind=ranked");
  await coordinator.getByLabel("Question").fill("Who speaks for us at the conference?");
  await coordinator.getByLabel(/^Options/).fill("Jo\nPriya\nSam");
  await coordinator.getByRole("button", { name: "Open the ballot" }).click();
  const ballot = `/ballots/${idAt(coordinator, "ballots")}`;
  const orders: [PersonKey, string[]][] = [["officer", ["Sam", "Priya"]], ["dispatch", ["Sam", "Priya"]], ["peer", ["Jo", "Priya"]], ["advocate", ["Jo", "Priya"]], ["clinician", ["Priya", "Jo"]]];
  for (const [name, order] of orders) {
    const page = of(name);
    await page.goto(ballot);
    for (const [at, option] of order.entries()) await page.getByLabel(option, { exact: true }).selectOption(String(at + 1));
    await page.getByRole("button", { name: "Cast vote" }).click();
    await expect(page.locator("#receipt")).toContainText("Your vote is in.");
  }
  await fitsAPhone(ballot);
  await coordinator.goto(`${ballot}/closing`);
  await coordinator.getByRole("button", { name: "Close the ballot" }).click();
  await expect(coordinator.getByText(/^Jo leads/)).toBeVisible();
  await expect(coordinator.getByText("Priya beats every other option (Condorcet winner).")).toBeVisible();
  await fitsAPhone(ballot);
});

test("a secret ballot: the receipt is shown once, and stands in the published list beside what was chosen; the server's log tells nothing of it", async () => {
  const coordinator = of("coordinator");
  await coordinator.goto("/ballots/new?kind=single");
  await coordinator.getByLabel("Question").fill("Should the meetings move to the evening?");
  await coordinator.getByLabel(/^Options/).fill("Stay in the afternoon\nMove to the evening");
  await coordinator.getByRole("checkbox", { name: /^Secret ballot/ }).check();
  await coordinator.getByRole("button", { name: "Open the ballot" }).click();
  const ballot = `/ballots/${idAt(coordinator, "ballots")}`;
  const receipts = new Map<string, string>();
  for (const [name, choice] of [["officer", "Move to the evening"], ["peer", "Stay in the afternoon"], ["clinician", "Stay in the afternoon"]] as const) {
    const page = of(name);
    await page.goto(ballot);
    await page.getByRole("radio", { name: choice }).check();
    await page.getByLabel(/reason/i).fill(`As ${name} sees it`);
    await page.getByRole("button", { name: "Cast vote" }).click();
    receipts.set((await page.locator(".receipt-code").textContent()) ?? "", choice);
    await page.goto(ballot);
    await expect(page.getByText("Your ballot is in the box.")).toBeVisible();
  }
  await coordinator.goto(`${ballot}/closing`);
  await coordinator.getByRole("button", { name: "Close the ballot" }).click();
  const list = of("peer");
  await list.goto(ballot);
  for (const [receipt, choice] of receipts) await expect(list.getByRole("row").filter({ hasText: receipt })).toContainText(choice);
  await fitsAPhone(ballot);
  const logged = await server.logged();
  for (const told of [...receipts.entries()].flat().concat("sees it")) expect(logged).not.toContain(told);
  expect(await votesInLog(idAt(list, "ballots"))).toEqual({ sent: 3, different: 1 });
});

/** How many ballots the server's log has of a vote, and how many different lines when it came and how long it took are left out. */
async function votesInLog(roundId: string): Promise<{ sent: number; different: number }> {
  const votes = (await server.logged()).split("\n").filter((line) => line.includes('"method":"POST"') && line.includes(roundId) && line.includes("/votes"));
  return { sent: votes.length, different: new Set(votes.map((line) => line.replace(/"(time|requestId)":"[^"]*",|"ms":\d+/g, ""))).size };
}

test("a secret concern waits in the browser for its reason; without scripts it is sent, and the server's log has it as a ballot that was taken", async ({ browser }) => {
  const coordinator = of("coordinator");
  await coordinator.goto("/ballots/new?kind=sense");
  await coordinator.getByLabel("Question").fill("Shall we meet at night?");
  await coordinator.getByLabel("Reasons", { exact: true }).selectOption("required-to-object");
  await coordinator.getByRole("checkbox", { name: /^Secret ballot/ }).check();
  await coordinator.getByRole("button", { name: "Open the ballot" }).click();
  const roundId = idAt(coordinator, "ballots");
  const scripted = await browser.newPage({ baseURL: server.origin });
  await signIn(scripted, "advocate", server.password);
  for (const page of [scripted, of("advocate")]) {
    await page.goto(`/ballots/${roundId}`);
    await page.getByRole("radio", { name: /^I have a concern/ }).check();
    await page.getByRole("button", { name: "Cast vote" }).click();
    if (page === scripted) expect(await page.getByLabel("Your reason").evaluate((field: HTMLTextAreaElement) => field.validationMessage)).toContain("Please say why you object");
    else await expect(page.getByRole("alert")).toContainText("Please say why you object");
    await expect(page.getByRole("radio", { name: /^I have a concern/ })).toBeChecked();
    expect((await votesInLog(roundId)).sent).toBe(page === scripted ? 0 : 1);
  }
  await scripted.getByLabel("Your reason").fill("Nobody can come.");
  await scripted.getByRole("button", { name: "Cast vote" }).click();
  await expect(scripted.locator(".receipt-code")).toBeVisible();
  expect(await votesInLog(roundId)).toEqual({ sent: 2, different: 1 });
  await scripted.context().close();
});

test("the charter changes by its own vote, and the next version is in force", async () => {
  const coordinator = of("coordinator");
  await coordinator.goto("/proposals?stage=drafting");
  await coordinator.getByRole("link", { name: /Two thirds must consent/ }).first().click();
  const proposal = `/proposals/${idAt(coordinator, "proposals")}`;
  await openAndClose(proposal, async () => {
    for (const name of voters) await vote(name, proposal, "Consent");
  });
  await expect(coordinator.getByRole("region", { name: "The result" }).getByText(/^Carried/).first()).toBeVisible();
  await coordinator.goto("/charter");
  await expect(coordinator.getByRole("main")).toContainText(/version 2/i);
  await coordinator.goto("/charter/versions/1");
  await expect(coordinator.getByRole("main")).toContainText(/version 1/i);
  await fitsAPhone("/charter");
});

test("an amendment is offered, refused, and becomes a proposal of its own that says where it came from", async () => {
  const [officer, dispatch] = [of("officer"), of("dispatch")];
  await officer.goto("/proposals?stage=drafting");
  await officer.getByRole("link", { name: /Five minutes, then the mobile team/ }).first().click();
  const proposal = `/proposals/${idAt(officer, "proposals")}`;
  await officer.getByRole("link", { name: "Offer an amendment" }).click();
  await officer.getByLabel("Which clause?").selectOption({ index: 0 });
  await officer.getByRole("button", { name: "Go on" }).click();
  await officer.getByRole("button", { name: "Offer the amendment" }).click();
  await expect(officer.getByLabel("Why are these words better?")).toHaveAttribute("aria-invalid", "true");
  await officer.getByLabel("The words that should stand there").fill("This text says whom a call-taker sends, and when.");
  await officer.getByLabel("Why are these words better?").fill("One sentence is read on a night shift.");
  await officer.getByRole("button", { name: "Offer the amendment" }).click();
  await expect(officer.getByRole("article", { name: "Amendment 1" })).toContainText("Waits for an answer");
  await fitsAPhone(proposal);
  await fitsAPhone(`${proposal}/amendments`);

  await dispatch.goto("/");
  await dispatch.getByRole("link", { name: /^Answer the amendment/ }).click();
  await dispatch.getByRole("radio", { name: /^Refuse it/ }).check();
  await dispatch.getByRole("button", { name: "Give the answer" }).click();
  await expect(dispatch.getByLabel(/^Why/)).toHaveAttribute("aria-invalid", "true");
  await dispatch.getByLabel(/^Why/).fill("The longer words were agreed with the hospital.");
  await dispatch.getByRole("button", { name: "Give the answer" }).click();

  await officer.goto(proposal);
  await officer.getByRole("link", { name: /^Make it a proposal of its own/ }).click();
  await officer.getByRole("button", { name: "Open the proposal" }).click();
  await expect(officer.getByText(/^Began as/)).toContainText("amendment 1 to proposal");
  await officer.getByRole("link", { name: /^amendment 1 to proposal/ }).click();
  await expect(officer.getByRole("article", { name: "Amendment 1" })).toContainText(/Became proposal \d+/);
});

test("the meeting goes on to who is present, a motion and its minutes", async () => {
  const coordinator = of("coordinator");
  await expect
    .poll(
      async () => {
        await coordinator.goto(`${meeting}/attendance`);
        return coordinator.getByRole("button", { name: "Save who is present" }).count();
      },
      { timeout: 120_000, intervals: [2_000] },
    )
    .toBe(1);
  for (const name of ["Lena Brandt", "Chris Delgado", "Priya Anand", "Avery Stone", "Sam Whitaker"]) await coordinator.getByRole("checkbox", { name: new RegExp(`^${name}`) }).check();
  await coordinator.getByRole("button", { name: "Save who is present" }).click();
  await expect(coordinator.getByRole("region", { name: "Present" })).toContainText("quorum");
  await coordinator.goto(`${meeting}/motions`);
  await coordinator.getByLabel("What was moved").fill("To keep one key at the front desk.");
  await coordinator.getByLabel("Moved by").selectOption({ label: "Avery Stone, Advocate" });
  await coordinator.getByLabel("Seconded by").selectOption({ label: "Lena Brandt, Police CIT coordinator" });
  for (const select of await coordinator.getByRole("group", { name: "Votes" }).getByRole("combobox").all()) await select.selectOption("consent");
  await coordinator.getByRole("button", { name: "Enter the motion" }).click();
  await coordinator.goto(`${meeting}/minutes`);
  await coordinator.getByLabel(/^What else is to be kept/).fill("The hospital sent regrets.");
  await coordinator.getByRole("button", { name: "Publish the minutes" }).click();
  const peer = of("peer");
  await peer.goto(meeting);
  await expect(peer.getByRole("region", { name: "Minutes" })).toContainText("The hospital sent regrets.");
  await expect(peer.getByRole("main")).toContainText("To keep one key at the front desk.");
  await expect(peer.getByRole("region", { name: "Present" })).toContainText("Avery Stone");
  await fitsAPhone(meeting);
  await fitsAPhone("/meetings");
});
