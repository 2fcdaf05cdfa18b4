import type { Browser, Page } from "@playwright/test";
import { people, type PersonKey } from "../../prisma/demonstration/people";
import { inspect } from "../support/inspection";
import { ownServer, type OwnServer } from "../support/own-server";
import { ownText } from "../support/own-text";
import { signedIn } from "../support/people";
import { expect, test } from "../support/test";
import { caretBehind, counted, isSaved, once, readyToWrite, textOn, wordsOn } from "../support/writing";

const place = "The aim is that everyone is safe";

test.describe.configure({ mode: "serial", timeout: 120_000 });

let server: OwnServer;

test.beforeAll(async () => {
  server = await ownServer(Number(process.env.E2E_PORT) + 3);
});
test.afterAll(() => server?.close());

test("a text is opened, written in and reloaded without a connection, and all of it arrives when the connection is back", async ({ browser }) => {
  const page = await writing(browser, "dispatch");
  await keptForOffline(page);
  await caretBehind(page, place);
  await page.keyboard.type(" before-the-break");
  await isSaved(page);
  await page.context().setOffline(true);
  await expect(banner(page)).toBeVisible();
  await page.keyboard.type(" written-offline");
  await page.waitForTimeout(300);

  await page.reload();
  await readyToWrite(page);
  await expect(banner(page)).toBeVisible();
  await expect(textOn(page)).toContainText("before-the-break written-offline");
  await caretBehind(page, place);
  await page.keyboard.type(" after-the-reload");
  await expect(textOn(page)).toContainText("after-the-reload");
  await page.waitForTimeout(300);
  await page.reload();
  await readyToWrite(page);
  await expect(textOn(page)).toContainText("after-the-reload");

  await page.context().setOffline(false);
  await isSaved(page);
  await expect(banner(page)).toBeHidden();
  const all = ["before-the-break", "written-offline", "after-the-reload"];
  const other = await writing(browser, "clinician");
  expect(counted(await wordsOn(other), all)).toEqual(once(all));
  expect(await keptPages(page)).toEqual([new URL(page.url()).pathname]);
  await page.context().close();
});

test("a page that is not kept says so without a connection and leads to the texts that are", async ({ browser }) => {
  const page = await signedIn(browser, "dispatch", { baseURL: server.origin, password: server.password, viewport: { width: 390, height: 844 } });
  const address = await ownText(page, "Kept in the car", ["Written with a connection."]);
  await keptForOffline(page);
  await page.context().setOffline(true);
  await page.goto("/documents");
  await expect(page.getByRole("heading", { name: "You are offline" })).toBeVisible();
  await expect(page.getByText("This page needs a connection.")).toBeVisible();
  const faults: string[] = [];
  await inspect(page, "a page that is not kept", faults);
  expect(faults).toEqual([]);
  await page.getByRole("link", { name: /Kept in the car/ }).click();
  await readyToWrite(page);
  expect(page.url()).toBe(address);
  await page.goto(address.replace(/[0-9a-f-]{36}/, "00000000-0000-4000-8000-000000000000"));
  await expect(page.getByText("This text is not kept on this device.")).toBeVisible();
  await page.goto("/sign-out");
  await expect(page.getByText("Signing out needs a connection. You are still signed in on this device")).toBeVisible();
  await page.context().setOffline(false);
  await page.getByRole("link", { name: "Try again" }).click();
  await page.getByRole("main").getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  await page.context().close();
});

test("two tabs of one person on one text without a connection both arrive, each word once", async ({ browser }) => {
  const page = await writing(browser, "dispatch");
  await keptForOffline(page);
  const second = await page.context().newPage();
  await second.goto(page.url());
  await readyToWrite(second);
  await page.context().setOffline(true);
  for (const [tab, word] of [[page, "first-tab"], [second, "second-tab"]] as const) {
    await caretBehind(tab, place);
    await tab.keyboard.type(` ${word}`);
  }
  await page.waitForTimeout(300);
  await page.reload();
  await readyToWrite(page);
  await expect(textOn(page)).toContainText("first-tab");
  await page.context().setOffline(false);
  for (const tab of [page, second]) {
    await isSaved(tab);
    await expect.poll(async () => counted(await wordsOn(tab), ["first-tab", "second-tab"])).toEqual(once(["first-tab", "second-tab"]));
  }
  await page.context().close();
});

test("a tab that is closed right after the last key loses nothing that was shown as saved, and nothing at all once it is opened again", async ({ browser }) => {
  const page = await writing(browser, "clinician");
  const address = page.url();
  const tokens: string[] = [];
  for (const [round, after] of [0, 60, 150, 300, 500].entries()) {
    const tab = await page.context().newPage();
    await tab.goto(address);
    await readyToWrite(tab);
    await caretBehind(tab, place);
    const token = `closed-${round}`;
    tokens.push(token);
    await tab.keyboard.type(` ${token}`);
    await tab.waitForTimeout(after);
    await tab.close({ runBeforeUnload: false });
  }
  await page.reload();
  await isSaved(page);
  await expect.poll(async () => counted(await wordsOn(page), tokens)).toEqual(once(tokens));
  await page.context().close();
});

test("more than a frame holds, written without a connection while somebody else writes too, is sent in pieces after a reload", async ({ browser }) => {
  const page = await signedIn(browser, "dispatch", { baseURL: server.origin, password: server.password });
  const address = await ownText(page, "Written in a patrol car", ["Written in the car:", "Written at the desk:"]);
  await caretBehind(page, "Written in the car:");
  await page.context().setOffline(true);
  const pieces = Array.from({ length: 4 }, (_, at) => `long-${at} ${"waiting ".repeat(33_000)}`);
  for (const words of pieces) await page.keyboard.insertText(` ${words}`);
  await page.waitForTimeout(1_500);
  const context = page.context();
  await page.close();
  const other = await signedIn(browser, "clinician", { baseURL: server.origin, password: server.password });
  await other.goto(address);
  await readyToWrite(other);
  await caretBehind(other, "Written at the desk:");
  await other.keyboard.type(" meanwhile");
  await isSaved(other);
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(address);
  await readyToWrite(again);
  await isSaved(again);
  const all = [...pieces.map((_, at) => `long-${at} `), " meanwhile"];
  for (const each of [again, other]) await expect.poll(async () => counted(await wordsOn(each), all), { timeout: 20_000 }).toEqual(once(all));
  await expect(again.getByLabel("What you wrote that is not stored")).toBeHidden();
  for (const each of [context, other.context()]) await each.close();
});

test("a session that ends while one writes is begun again in the same page, and the words go on to the text", async ({ browser }) => {
  const page = await writing(browser, "dispatch");
  await caretBehind(page, place);
  await page.context().setOffline(true);
  await page.keyboard.type(" typed-in-the-patrol-car");
  await page.context().clearCookies();
  await page.context().setOffline(false);
  await expect(page.getByText("You have been signed out.")).toBeVisible({ timeout: 20_000 });
  await page.getByLabel("E-mail address").fill(people.dispatch.email);
  await page.getByLabel("Password").fill("not the password");
  await page.getByRole("button", { name: "Sign in again" }).click();
  await expect(page.getByText("do not open an account")).toBeVisible();
  await page.getByLabel("Password").fill(server.password);
  await page.getByRole("button", { name: "Sign in again" }).click();
  await isSaved(page);
  await expect(page.getByText("You have been signed out.")).toBeHidden();
  const other = await writing(browser, "clinician");
  expect(counted(await wordsOn(other), ["typed-in-the-patrol-car"])).toEqual(once(["typed-in-the-patrol-car"]));
  for (const each of [page, other]) await each.context().close();
});

test("what one person had not stored is never sent or shown as somebody else's who signs in on the same device", async ({ browser }) => {
  const page = await writing(browser, "dispatch");
  await keptForOffline(page);
  await caretBehind(page, place);
  await page.context().setOffline(true);
  await page.keyboard.type(" only-of-dispatch");
  await page.waitForTimeout(300);
  await page.context().clearCookies();
  await page.context().setOffline(false);
  const second = await page.context().newPage();
  await signInHere(second, "clinician");
  await second.goto(page.url());
  await readyToWrite(second);
  await expect(page.getByText("Somebody else has signed in on this device.")).toBeVisible({ timeout: 20_000 });
  expect(await wordsOn(second)).not.toContain("only-of-dispatch");
  await second.context().setOffline(true);
  await second.reload();
  await readyToWrite(second);
  expect(await wordsOn(second)).not.toContain("only-of-dispatch");
  await second.context().setOffline(false);
  await page.context().close();
});

test("a connection that only seems to be there is noticed within thirty seconds and said", async ({ browser }) => {
  let held = false;
  const page = await writing(browser, "clinician", (context) =>
    context.routeWebSocket(/\/collaboration/, (socket) => {
      const authority = socket.connectToServer();
      socket.onMessage((message) => !held && authority.send(message));
      authority.onMessage((message) => !held && socket.send(message));
    }),
  );
  held = true;
  await expect(banner(page)).toBeVisible({ timeout: 30_000 });
  held = false;
  await expect(banner(page)).toBeHidden({ timeout: 20_000 });
  await page.context().close();
});

test("a browser that keeps nothing says so plainly", async ({ browser }) => {
  const page = await writing(browser, "clinician", (context) =>
    context.addInitScript(() => {
      indexedDB.open = () => {
        throw new DOMException("The operation is insecure.", "SecurityError");
      };
    }),
  );
  await expect(page.getByText("This browser keeps nothing on this device")).toBeVisible();
  await caretBehind(page, place);
  await page.keyboard.type(" in-a-private-window");
  await isSaved(page);
  await page.context().close();
});

test("signing out is done at once when all is stored, and asks when something is not", async ({ browser }) => {
  let held = false;
  const page = await writing(browser, "dispatch", (context) =>
    context.routeWebSocket(/\/collaboration/, (socket) => {
      const authority = socket.connectToServer();
      socket.onMessage((message) => !held && authority.send(message));
    }),
  );
  await keptForOffline(page);
  const address = page.url();
  await caretBehind(page, place);
  held = true;
  await page.keyboard.type(" not-stored-at-sign-out");
  await page.waitForTimeout(300);
  page.on("dialog", (dialog) => void dialog.accept());
  await page.goto(`${server.origin}/documents`);
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByText("What you wrote in one place is not stored.")).toBeVisible();
  await expect(page.getByLabel("Five minutes, then the mobile team")).toHaveValue(/not-stored-at-sign-out/);
  await expect(page.getByRole("link", { name: "Stay and send it" })).toHaveAttribute("href", new URL(address).pathname);
  await expect(page.getByRole("button", { name: "Copy it" })).toBeVisible();
  const faults: string[] = [];
  await inspect(page, "the question before signing out", faults);
  expect(faults).toEqual([]);
  await page.getByRole("button", { name: "Sign out and clear" }).click();
  await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
  expect(await page.evaluate(async () => ({ kept: (await indexedDB.databases()).map(({ name }) => name), pages: await caches.keys(), typed: Object.keys(localStorage) }))).toEqual({ kept: [], pages: [], typed: [] });

  await signInHere(page, "dispatch");
  await page.goto(`${server.origin}/documents`);
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
  await expect(page.getByText("is not stored")).toBeHidden();
  await page.context().close();
});

test("signing out without a connection says that it needs one, and keeps the session and the words", async ({ browser }) => {
  const page = await writing(browser, "dispatch");
  await keptForOffline(page);
  await caretBehind(page, place);
  await page.context().setOffline(true);
  await page.keyboard.type(" written-before-leaving");
  await page.getByRole("button", { name: "Sign out" }).click();
  const said = page.getByRole("dialog", { name: /^You are offline, and signing out needs the connection/ });
  await expect(said).toBeVisible();
  const faults: string[] = [];
  await inspect(page, "signing out without a connection", faults);
  expect(faults).toEqual([]);
  await said.getByRole("button", { name: "Stay signed in" }).click();
  await expect(said).toBeHidden();
  await page.context().setOffline(false);
  await isSaved(page);
  await page.reload();
  await expect(await readyToWrite(page)).toContainText("written-before-leaving");
  await page.context().close();
});

test("words that meet a vote become a proposal of their own", async ({ browser }) => {
  let held = false;
  const page = await writing(browser, "clinician", (context) =>
    context.routeWebSocket(/\/collaboration/, (socket) => {
      const authority = socket.connectToServer();
      socket.onMessage((message) => !held && authority.send(message));
    }),
  );
  await caretBehind(page, place);
  held = true;
  await page.keyboard.type(" too-late-for-the-vote");
  const coordinator = await signedIn(browser, "coordinator", { baseURL: server.origin, password: server.password });
  await coordinator.goto(new URL(page.url()).pathname.replace(/\/draft$/, ""));
  await coordinator.getByRole("link", { name: "Open the vote" }).click();
  await coordinator.getByRole("button", { name: "Open the vote" }).click();
  await expect(textOn(page)).toHaveAttribute("contenteditable", "false", { timeout: 10_000 });
  await expect(page.getByLabel("What you wrote that is not stored")).toHaveValue(/too-late-for-the-vote/);
  const before = page.url();
  await page.getByText("Make a proposal of what you wrote").first().click();
  await page.getByLabel("Why should it change?").fill("It was written before the vote opened.");
  await page.getByLabel("Who is affected?").fill("Dispatch.");
  await page.getByRole("button", { name: "Make a proposal of what you wrote" }).click();
  await expect(page).not.toHaveURL(before, { timeout: 20_000 });
  await expect(page.getByText("too-late-for-the-vote").first()).toBeVisible();
  for (const each of [page, coordinator]) await each.context().close();
});

function banner(page: Page) {
  return page.getByText("Offline: what you write is kept on this device");
}

async function writing(browser: Browser, name: PersonKey, prepare?: (context: ReturnType<Page["context"]>) => Promise<unknown>): Promise<Page> {
  const page = await signedIn(browser, name, { baseURL: server.origin, password: server.password });
  await prepare?.(page.context());
  await page.goto("/proposals?stage=drafting");
  await page.getByRole("link", { name: "Five minutes, then the mobile team" }).click();
  await page.getByRole("link", { name: "Edit the text" }).click();
  await readyToWrite(page);
  return page;
}

async function signInHere(page: Page, name: PersonKey): Promise<void> {
  await page.goto(`${server.origin}/sign-in`);
  await page.getByLabel("E-mail address").fill(people[name].email);
  await page.getByLabel("Password").fill(server.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("Sign in");
}

/** Until the page would open without a connection. */
async function keptForOffline(page: Page): Promise<void> {
  await expect.poll(() => keptPages(page), { timeout: 20_000 }).toContain(new URL(page.url()).pathname);
}

/** The pages, not the files of the build, that this browser would open without a connection. */
function keptPages(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const found: string[] = [];
    for (const name of await caches.keys()) if (name.startsWith("concord-drafts")) for (const { url } of await (await caches.open(name)).keys()) found.push(new URL(url).pathname);
    return found;
  });
}
