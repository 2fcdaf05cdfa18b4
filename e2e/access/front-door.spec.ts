import { expect, test } from "../support/test";
import { signIn } from "../support/people";

test("the front page opens without breaking its own content rules", async ({ page }) => {
  const broken: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy/i.test(message.text())) broken.push(message.text());
  });
  const answer = await page.goto("/");
  expect(answer?.status()).toBe(200);
  expect(broken).toEqual([]);
});

test("every answer carries the headers that protect it, files and faults included", async ({ request }) => {
  for (const address of ["/", "/health", "/assets/none.js", "/nowhere-at-all"]) {
    const { "content-security-policy": policy, "x-content-type-options": sniff, "referrer-policy": referrer } = (await request.get(address)).headers();
    expect(policy, address).toContain("frame-ancestors 'none'");
    expect(sniff, address).toBe("nosniff");
    expect(referrer, address).toBe("strict-origin-when-cross-origin");
  }
});

test("no script may run on a page for whoever has no account, and no cache keeps a survey's sheet", async ({ request }) => {
  for (const address of ["/library", "/library/findings", "/surveys/none", "/concerns/new", "/concerns/answer"]) {
    expect((await request.get(address)).headers()["content-security-policy"], address).toContain("script-src 'none'");
  }
  expect((await request.get("/surveys/none")).headers()["cache-control"]).toBe("no-store");
});

test("a form sent from another site is refused in a sentence", async ({ request }) => {
  const answer = await request.post("/sign-in", { headers: { Origin: "https://elsewhere.example" }, form: { email: "chief@demo.concord.example" } });
  expect(answer.status()).toBe(403);
  expect(await answer.text()).toContain("nothing was changed");
});

test("health says what is up", async ({ request }) => {
  expect(await (await request.get("/health")).json()).toMatchObject({ status: "ok", database: "up", realtime: "up" });
});

test.describe("an act that has no page of its own", () => {
  const act = "/citations/00000000-0000-7000-8000-000000000000/removal";

  test("is refused on a whole page, with the way back", async ({ page }) => {
    await signIn(page, "coordinator");
    await page.goto("/resources");
    await page.evaluate((action) => {
      const form = document.body.appendChild(Object.assign(document.createElement("form"), { method: "post", action }));
      form.submit();
    }, act);
    await expect(page.getByRole("heading", { level: 1, name: "There is no such page" })).toBeVisible();
    await expect(page.getByRole("navigation").getByRole("link", { name: "Proposals" })).toBeVisible();
    await page.getByRole("link", { name: "Back to where you were" }).click();
    await expect(page).toHaveURL(/\/resources$/);
  });

  test("says when it is opened like a page that it takes a form, and to a program what it said before", async ({ page, request }) => {
    const opened = await page.goto(act);
    expect(opened?.status()).toBe(405);
    await expect(page.getByText("has no page to read")).toBeVisible();
    const json = await request.get(act, { headers: { Accept: "application/json" } });
    expect([json.status(), await json.json()]).toEqual([405, expect.objectContaining({ error: expect.stringContaining("has no page to read") })]);
    const plain = await request.get(act, { headers: { Accept: "*/*" } });
    expect([plain.status(), plain.headers()["content-type"]]).toEqual([405, expect.stringContaining("text/plain")]);
  });

  test("lets nobody ask for the page of a refusal alone", async ({ request }) => {
    expect((await request.get("/refused")).status()).toBe(404);
  });
});
