import type { Browser, Page } from "@playwright/test";
import { schemaVersion } from "../../app/editor/schema/document-schema";
import type { PersonKey } from "../../prisma/demonstration/people";
import { ownServer, type OwnServer } from "../support/own-server";
import { signedIn } from "../support/people";
import { connectTo, typing } from "../support/protocol-client.mjs";
import { expect, test } from "../support/test";
import { caretBehind, counted, isSaved, once, readyToWrite, savedState, textOn, wordsOn } from "../support/writing";

const offline = "Not saved, working offline";

test.describe.configure({ mode: "serial", timeout: 120_000 });

let server: OwnServer;

test.beforeAll(async () => {
  server = await ownServer(Number(process.env.E2E_PORT) + 1);
});
test.afterAll(() => server?.close());

test("a server that is killed while two people write loses nothing and doubles nothing", async ({ browser }) => {
  const [one, other] = await bothWriting(browser);
  const first = ["maple", "birch", "alder", "cedar", "hazel", "linden", "poplar", "willow"];
  const second = ["heron", "plover", "curlew", "bittern", "dunlin", "godwit", "ruff", "snipe"];
  const writing = Promise.all([type(one, first), type(other, second)]);
  await expect(textOn(other)).toContainText(first[2] ?? "");
  await server.kill();
  await writing;
  await type(one, ["offline-one"]);
  await type(other, ["offline-other"]);
  for (const page of [one, other]) await expect(savedState(page)).toHaveText(offline);

  await server.start();
  for (const page of [one, other]) await isSaved(page);
  const all = [...first, ...second, "offline-one", "offline-other"];
  for (const page of [one, other]) await expect.poll(async () => counted(await wordsOn(page), all)).toEqual(once(all));
  await expect.poll(async () => (await wordsOn(one)) === (await wordsOn(other))).toBe(true);
  const together = await wordsOn(one);
  for (const page of [one, other]) {
    await page.reload();
    await readyToWrite(page);
    expect(await wordsOn(page)).toBe(together);
  }
});

test("every word that was ever shown as saved is there, however often the server is killed", async ({ browser }) => {
  const pair = await bothWriting(browser);
  const saved = new Set<string>();
  const typed: string[] = [];
  for (const [round, killedAfter] of [1, 5, 11].entries()) {
    const before = typed.length;
    const nemesis = async () => {
      await expect.poll(() => typed.length - before, { intervals: [10], timeout: 60_000 }).toBeGreaterThanOrEqual(killedAfter);
      await server.kill();
      await server.start();
    };
    const person = async (page: Page, name: string) => {
      const own: string[] = [];
      for (let at = 0; at < 9; at += 1) {
        const token = `${name}${round}n${String(at).padStart(2, "0")}`;
        await page.keyboard.type(` ${token}`, { delay: 12 });
        typed.push(token);
        own.push(token);
        if (await showsSaved(page)) for (const word of own) saved.add(word);
      }
    };
    await Promise.all([nemesis(), person(pair[0], "one"), person(pair[1], "other")]);
    for (const page of pair) await isSaved(page);
  }
  expect(saved.size).toBeGreaterThan(0);
  for (const page of pair) {
    await expect.poll(async () => counted(await wordsOn(page), typed)).toEqual(once(typed));
    await page.reload();
    await readyToWrite(page);
    expect(counted(await wordsOn(page), [...saved])).toEqual(once([...saved]));
  }
});

test("what was written without a connection survives a reload and arrives when the connection is back", async ({ browser }) => {
  const page = await writing(browser, "dispatch");
  await caretBehind(page, "The aim is that everyone is safe");
  const address = page.url();
  await page.context().setOffline(true);
  await server.kill();
  await type(page, ["kept-on-the-device"]);
  await expect(savedState(page)).toHaveText(offline);
  await page.reload().catch(() => {});
  await server.start();
  await page.context().setOffline(false);
  await page.goto(address);
  await readyToWrite(page);
  await expect(textOn(page)).toContainText("kept-on-the-device");
  await isSaved(page);
  await page.reload();
  await readyToWrite(page);
  expect(counted(await wordsOn(page), ["kept-on-the-device"])).toEqual(once(["kept-on-the-device"]));
});

test("a page built for another schema is refused before its first step, told to reload, and nothing is deleted", async ({ browser }) => {
  const page = await writing(browser, "clinician", (context) =>
    context.addInitScript(() => {
      const Known = window.WebSocket;
      // As a page that was opened before an update would connect.
      window.WebSocket = class extends Known {
        constructor(address: string | URL, protocols?: string | string[]) {
          const named = new URL(address);
          if (document.documentElement.hasAttribute("data-outdated")) named.searchParams.set("schema", "an-older-one");
          super(named, protocols);
        }
      };
    }),
  );
  const before = await wordsOn(page);
  const draftId = /\/drafts\/([^/]+)/.exec((await page.getByRole("link", { name: "Versions" }).getAttribute("href")) ?? "")?.[1] ?? "";
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");

  const outdated = await connectTo({ origin: server.origin, cookie, draftId, schema: "an-older-one" });
  outdated.send({ kind: "hello", version: null });
  outdated.send({ kind: "push", version: 0, batches: [{ batchId: "outdated-batch-1", steps: [{ stepType: "replace", from: 0, to: 200 }, typing(5, "word ")] }], caret: null });
  expect(await outdated.heard(({ kind }) => kind === "refused")).toMatchObject({ code: "schema" });
  expect((await outdated.closed).code).toBe(4409);
  expect(outdated.frames.some(({ kind }) => kind === "init" || kind === "steps")).toBe(false);

  await caretBehind(page, "The aim is that everyone is safe");
  await page.evaluate(() => document.documentElement.setAttribute("data-outdated", ""));
  await server.kill();
  await type(page, ["written-in-the-old-page"]);
  await expect(savedState(page)).toHaveText(offline);
  await server.start();
  await expect(page.getByRole("link", { name: "Reload the page" })).toBeVisible({ timeout: 20_000 });
  await expect(textOn(page)).toHaveAttribute("contenteditable", "false");
  await expect(page.getByLabel("What you wrote that is not stored")).toHaveValue(/written-in-the-old-page/);

  const now = await connectTo({ origin: server.origin, cookie, draftId, schema: schemaVersion });
  now.send({ kind: "hello", version: null });
  await now.heard(({ kind }) => kind === "init");
  now.close();
  const other = await writing(browser, "dispatch");
  expect(await wordsOn(other)).toBe(before);
});

test("a person who is suspended while writing loses the pen within five seconds and keeps the words for copying", async ({ browser }) => {
  let held = false;
  const peer = await writing(browser, "peer", (context) =>
    context.routeWebSocket(/\/collaboration/, (socket) => {
      const authority = socket.connectToServer();
      socket.onMessage((message) => {
        if (!held) authority.send(message);
      });
    }),
  );
  const dispatch = await writing(browser, "dispatch");
  await caretBehind(peer, "The aim is that everyone is safe");
  await type(peer, ["before-the-suspension"]);
  await isSaved(peer);
  await expect(textOn(dispatch)).toContainText("before-the-suspension");

  // These words are still on their way when the suspension comes.
  held = true;
  await type(peer, ["not-stored-any-more"]);
  const coordinator = await signedIn(browser, "coordinator", { baseURL: server.origin, password: server.password });
  await coordinator.goto("/members");
  await coordinator.getByRole("link", { name: /Suspend.*Jo Rivers/ }).click();
  await coordinator.getByRole("button", { name: "Suspend Jo Rivers" }).click();
  await expect(textOn(peer)).toHaveAttribute("contenteditable", "false", { timeout: 5_000 });
  await textOn(peer).click();
  await type(peer, ["after-the-suspension"]);
  await expect(peer.getByRole("status").filter({ hasText: "signed out" })).toBeVisible();
  await expect(peer.getByLabel("What you wrote that is not stored")).toHaveValue(/not-stored-any-more/);
  await peer.goto("/documents");
  await expect(peer.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await dispatch.reload();
  await readyToWrite(dispatch);
  expect(counted(await wordsOn(dispatch), ["before-the-suspension", "not-stored-any-more", "after-the-suspension"])).toEqual({ "before-the-suspension": 1, "not-stored-any-more": 0, "after-the-suspension": 0 });
});

/** A person of this server with the text of the proposal that is being drafted open and ready. */
async function writing(browser: Browser, name: PersonKey, prepare?: (context: ReturnType<Page["context"]>) => Promise<unknown>): Promise<Page> {
  const page = await signedIn(browser, name, { baseURL: server.origin, password: server.password });
  await prepare?.(page.context());
  await page.goto("/proposals?stage=drafting");
  await page.getByRole("link", { name: "Five minutes, then the mobile team" }).click();
  await page.getByRole("link", { name: "Edit the text" }).click();
  await readyToWrite(page);
  return page;
}

async function bothWriting(browser: Browser): Promise<[Page, Page]> {
  const pair: [Page, Page] = [await writing(browser, "dispatch"), await writing(browser, "clinician")];
  await caretBehind(pair[0], "The aim is that everyone is safe");
  await caretBehind(pair[1], "A CIT officer is an officer who volunteered");
  return pair;
}

function type(page: Page, tokens: readonly string[]): Promise<void> {
  return page.keyboard.type(tokens.map((token) => ` ${token}`).join(""), { delay: 25 });
}

/** What a person would read beside the text once the page has drawn it. */
function showsSaved(page: Page): Promise<boolean> {
  return page.evaluate(
    () =>
      new Promise<boolean>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve([...document.querySelectorAll("[role=status]")].some(({ textContent }) => textContent?.trim() === "Saved"))));
      }),
  );
}
