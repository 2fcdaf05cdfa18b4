import { people } from "../../prisma/demonstration/people";
import { addressesOf, linksOf, mailReceiver, type MailReceiver } from "../support/mail-receiver";
import { ownServer, type OwnServer } from "../support/own-server";
import { signedIn, signIn } from "../support/people";
import { expect, test } from "../support/test";

test.describe.configure({ mode: "serial" });

const onRoll = ["cit", "officer", "sheriff", "clinician", "advocate", "peer", "dispatch", "researcher"] as const;
let post: MailReceiver;
let server: OwnServer;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  post = await mailReceiver();
  server = await ownServer(Number(process.env.E2E_PORT) + 8, { SMTP_URL: post.url });
});
test.afterAll(async () => {
  await server?.close();
  await post?.close();
});

function openings(name: (typeof onRoll)[number]) {
  return post.to(people[name].email).filter(({ text }) => text?.includes("Your seat has a vote."));
}

/** Of two people at least one has the mail: only the mail that was in hand when the server was killed waits for its lease. */
function reader(): "peer" | "advocate" {
  return openings("peer").length > 0 ? "peer" : "advocate";
}

test("a vote is opened; the server is killed while it sends, goes on where it stopped, and mails nobody a second time", async ({ browser }) => {
  test.setTimeout(180_000);
  const coordinator = await signedIn(browser, "coordinator", { baseURL: server.origin, password: server.password });
  await coordinator.goto("/proposals");
  await coordinator.getByRole("link", { name: /Five minutes, then the mobile team/ }).first().click();
  const proposal = new URL(coordinator.url()).pathname;
  await coordinator.goto(`${proposal}/rounds`);
  await coordinator.getByRole("button", { name: /Open the vote/ }).click();
  await expect.poll(() => post.received.length, { timeout: 60_000 }).toBeGreaterThan(0);
  await server.kill();
  await server.start();
  await expect.poll(() => onRoll.filter((name) => openings(name).length > 0).length, { timeout: 90_000 }).toBeGreaterThanOrEqual(onRoll.length - 1);
  for (const name of onRoll) expect(new Set(openings(name).map(({ messageId }) => messageId)).size, name).toBeLessThanOrEqual(1);
  await coordinator.context().close();
});

test("the link in the mail leads through the sign-in to the ballot, and opening it casts no vote", async ({ browser, request }) => {
  const [mail] = openings(reader());
  const [link] = mail ? linksOf(mail) : [];
  expect(mail && addressesOf(mail)).toEqual([people[reader()].email]);
  // A scanner opens every link first.
  for (const each of mail ? linksOf(mail) : []) expect((await request.get(each)).ok()).toBe(true);
  const page = await (await browser.newContext({ baseURL: server.origin })).newPage();
  await page.goto(link ?? "");
  await page.getByLabel("E-mail address").fill(people[reader()].email);
  await page.getByLabel("Password").fill(server.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/proposals\/[0-9a-f-]+#vote$/);
  await expect(page.getByRole("heading", { name: "The vote" })).toBeInViewport();
  await expect(page.getByRole("radio", { name: /Consent/ })).not.toBeChecked();
  await page.context().close();
});

test("one click ends all mail without a sign-in; the page before it changes nothing", async ({ browser, request }) => {
  const [mail] = openings(reader());
  const line = String(mail?.headerLines.find(({ key }) => key === "list-unsubscribe")?.line);
  const address = /<([^>]+)>/.exec(line)?.[1] ?? "";
  expect((await request.get(address)).status()).toBe(200);
  const settings = async () => {
    const page = await (await browser.newContext({ baseURL: server.origin })).newPage();
    await signIn(page, reader(), server.password);
    await page.goto("/notices/settings");
    const never = await page.getByRole("radio", { name: /^Never/ }).isChecked();
    await page.context().close();
    return never;
  };
  expect(await settings()).toBe(false);
  const answer = await request.post(address, { form: { "List-Unsubscribe": "One-Click" }, headers: { Origin: "https://mail.example.org" } });
  expect(answer.status()).toBe(200);
  expect(await settings()).toBe(true);
});
