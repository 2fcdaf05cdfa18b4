import { signedIn } from "../support/people";
import { expect, test } from "../support/test";

test("from the top bar one finds a clause and lands on it; without signing in, on the same in the library", async ({ browser, page }) => {
  const peer = await signedIn(browser, "peer", { javaScriptEnabled: false });
  await peer.getByRole("searchbox", { name: "Search" }).fill("handcuf transport");
  await peer.keyboard.press("Enter");
  await expect(peer).toHaveURL(/\/search\?words=handcuf\+transport/);
  await peer.getByRole("link", { name: /^CIT-100 Response to a person in crisis, edition/ }).first().click();
  await expect(peer).toHaveURL(/\/documents\/[0-9a-f-]+\?edition=\d+#clause-/);
  await peer.context().close();
  await page.goto("/search?words=handcuf+transport");
  await page.getByRole("link", { name: /^CIT-100/ }).first().click();
  await expect(page).toHaveURL(/\/library\/CIT-100\/editions\/\d+#clause-/);
});
