import { expect, test } from "../support/test";

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
