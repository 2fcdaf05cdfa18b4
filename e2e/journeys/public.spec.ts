import { execFileSync } from "node:child_process";
import { inspect, visit, watched } from "../support/inspection";
import { signedIn } from "../support/people";
import { expect, test } from "../support/test";

// Each look at a page takes a copy of it for the trace, which costs more than the look.
test.use({ trace: "off" });
test.describe.configure({ timeout: 180_000 });

test("a member of the public comments without an account or a script, and finds the answer at the address that was shown", async ({ browser }) => {
  const visitor = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await visitor.goto("/library/comment-rounds");
  await visitor.getByRole("link", { name: "Five minutes, then the mobile team" }).click();
  await expect(visitor.getByRole("region", { name: "Comment 2" })).toContainText("Not about this text");
  await visitor.getByRole("link", { name: "Write a comment" }).click();
  const comment = visitor.getByRole("textbox", { name: "Your comment" });
  await comment.fill("My case no. 24-1187 was closed by Officer Harlan.");
  await visitor.getByRole("button", { name: "Send the comment" }).click();
  await expect(visitor.getByRole("alert")).toContainText("the number of a case");
  await expect(comment).toHaveValue(/24-1187/);
  const words = "<b>Bold</b> words: ask what helps before anybody is sent.";
  await comment.fill(words);
  await visitor.getByRole("button", { name: "Send the comment" }).click();
  await expect(visitor.getByText("Your comment is in.")).toBeVisible();
  await expect(visitor.getByText(words)).toBeVisible();
  const address = visitor.url().replace("?sent", "");
  await expect(visitor.getByText(address)).toBeVisible();

  const dispatch = await signedIn(browser, "dispatch");
  await dispatch.getByRole("link", { name: /^Answer ?: Five minutes, then the mobile team/ }).click();
  await dispatch.getByRole("link", { name: /^Answer: comment 4/ }).click();
  await dispatch.getByRole("radio", { name: /^Not accepted/ }).check();
  await dispatch.getByRole("button", { name: "Publish the answer" }).click();
  await expect(dispatch.getByRole("textbox", { name: "Your answer" })).toHaveAttribute("aria-invalid", "true");
  await dispatch.getByRole("textbox", { name: "Your answer" }).fill("It is asked already, as the second question.");
  await dispatch.getByRole("button", { name: "Publish the answer" }).click();
  await expect(dispatch.getByRole("region", { name: "Comment 4" })).toContainText("as the second question");

  await visitor.goto(address);
  await expect(visitor.getByRole("main")).toContainText("It is asked already, as the second question.");
  expect(await (await visitor.request.get(address)).text()).not.toContain("<script");
  expect((await visitor.request.post(address.replace(/comments\/.*/, "comment-rounds/x/comments"), { headers: { Origin: new URL(address).origin }, form: { body: "x".repeat(10_000_000) } })).status()).toBe(413);
});

test("a coordinator takes a bundle, and the tool checks it with nothing but Node", async ({ browser }, testInfo) => {
  const page = await signedIn(browser, "coordinator");
  await page.goto("/proposals");
  await page.getByRole("link", { name: "Slow down first" }).click();
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Take a bundle to file" }).click();
  const file = testInfo.outputPath("bundle.zip");
  await (await downloading).saveAs(file);
  const said = execFileSync(process.execPath, ["scripts/verify.mjs", file], { encoding: "utf8" });
  expect(said).toContain("proposal 1, Slow down first");
  expect(said).toContain("untouched");
});

test("the pages of recommendations, public comment and signed heads are accessible", async ({ browser }) => {
  const { page, faults } = await watched(await browser.newContext({ reducedMotion: "reduce" }));
  for (const address of ["/library/recommendations", "/library/recommendations/2", "/library/records-head", "/library/comment-rounds"]) await visit(page, address, faults);
  await page.getByRole("link", { name: "Five minutes, then the mobile team" }).click();
  await inspect(page, "a round of public comment", faults);
  await page.getByRole("link", { name: "Write a comment" }).click();
  await page.getByRole("button", { name: "Send the comment" }).click();
  await inspect(page, "a refused comment", faults);
  const own = await watched((await signedIn(browser, "coordinator", { reducedMotion: "reduce" })).context());
  await own.page.goto("/comment-rounds");
  await own.page.getByRole("link", { name: "Five minutes, then the mobile team" }).click();
  await inspect(own.page, "a round to answer", own.faults);
  expect([...faults, ...own.faults]).toEqual([]);
});
