import { people } from "../../prisma/demonstration/people";
import { demonstrationPassword } from "../support/demonstration";
import { signIn } from "../support/people";
import { expect, test } from "../support/test";

test("a comment outlives a reload and an expired session, is sent once, and is not offered again", async ({ page, context }) => {
  const words = "A thought that must not be lost.";
  await signIn(page, "peer");
  await page.goto("/proposals");
  await page.getByRole("link", { name: /Someone to ride along/ }).first().click();
  const comment = page.getByLabel("Your comment");
  await comment.fill(words);
  await page.reload();
  await expect(comment).toHaveValue(words);

  await context.clearCookies();
  await page.getByRole("button", { name: "Post comment" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.getByLabel("E-mail address").fill(people.peer.email);
  await page.getByLabel("Password").fill(demonstrationPassword());
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(comment).toHaveValue(words);
  await expect(page.getByText("It has not been sent.")).toBeVisible();

  await page.getByRole("button", { name: "Post comment" }).click();
  await expect(page.getByText(words)).toHaveCount(1);
  await expect(comment).toHaveValue("");
  await page.reload();
  await expect(comment).toHaveValue("");
});
