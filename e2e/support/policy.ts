import { expect, type Page } from "@playwright/test";

/** The day that comes a number of days after this one, as date fields write it. */
export function dayAfter(day: string, days: number): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** From the page of the head's home to the decision about this text. */
export async function openDecision(head: Page, what: string): Promise<void> {
  await head.goto("/");
  await head.getByRole("link", { name: `Decide: ${what}` }).click();
  await expect(head.getByRole("heading", { name: "Your decision" })).toBeVisible();
}

/** Adopts from the first day that is possible, or some days after it. */
export async function adopt(head: Page, reasons: string, daysLater = 0): Promise<void> {
  await head.getByLabel(/^Adopt edition/).check();
  await head.getByLabel("Your reasons").fill(reasons);
  const first = head.getByLabel("If you adopt: first day in force");
  await first.fill(dayAfter((await first.getAttribute("min")) ?? "", daysLater));
  await head.getByRole("button", { name: "Sign the decision" }).click();
  await expect(head.getByRole("heading", { name: "Adopted" })).toBeVisible();
}

/** The SHA-256 that a page, or a part of it, shows. */
export async function hashShown(part: { innerText: () => Promise<string> }): Promise<string> {
  return /\b[0-9a-f]{64}\b/.exec(await part.innerText())?.[0] ?? "no hash is shown";
}
