import { expect, type Page } from "@playwright/test";
import { demonstrationPassword } from "./demonstration";

/** The day that comes a number of days after this one, as date fields write it. */
export function dayAfter(day: string, days: number): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The link on somebody's home to what needs them. Its second half is hidden from the eye, so a space may stand before it. */
export function needing(act: "Decide" | "Vote", what: string): RegExp {
  return new RegExp(`^${act} ?: ${what}$`);
}

/** From the page of the head's home to the decision about this text. */
export async function openDecision(head: Page, what: string): Promise<void> {
  await head.goto("/");
  await head.getByRole("link", { name: needing("Decide", what) }).click();
  await expect(head.getByRole("heading", { name: "Your decision" })).toBeVisible();
}

/** Signs that the text is adopted, in force from today or some days later. */
export async function signAdoption(head: Page, reasons: string, daysLater = 0, password = demonstrationPassword()): Promise<void> {
  await head.getByRole("radio", { name: /^Adopt edition/ }).check();
  await head.getByRole("textbox", { name: "Your reasons" }).fill(reasons);
  const first = head.getByLabel("If you adopt: first day in force");
  await first.fill(dayAfter((await first.getAttribute("min")) ?? "", daysLater));
  await head.getByLabel("Your password, to sign").fill(password);
  await head.getByRole("button", { name: "Sign the decision" }).click();
}

/** The SHA-256 that a page, or a part of it, shows. */
export async function hashShown(part: { innerText: () => Promise<string> }): Promise<string> {
  return /\b[0-9a-f]{64}\b/.exec(await part.innerText())?.[0] ?? "no hash is shown";
}

/** Skips every stage before the decision, each with a reason, and comes back to the decision. */
export async function skipStages(head: Page, reason: string): Promise<void> {
  const skip = head.getByRole("link", { name: /^Skip .+ with a reason$/ });
  for (let left = await skip.count(); left > 0; left--) {
    await skip.first().click();
    await head.getByRole("textbox", { name: "Why is this stage not needed here?" }).fill(reason);
    await head.getByRole("button", { name: "Skip the stage" }).click();
    await expect(skip).toHaveCount(left - 1);
  }
}
