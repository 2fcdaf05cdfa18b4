import { expect, type Browser, type BrowserContextOptions, type Page } from "@playwright/test";
import { people, type PersonKey } from "../../prisma/demonstration/people";
import { demonstrationPassword } from "./demonstration";

/** A person of the demonstration in a browser of their own, signed in as everybody signs in. */
export async function signedIn(browser: Browser, name: PersonKey, { password = demonstrationPassword(), ...options }: BrowserContextOptions & { password?: string } = {}): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  await signIn(page, name, password);
  return page;
}

export async function signIn(page: Page, name: PersonKey, password = demonstrationPassword()): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(people[name].email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("Sign in");
}

/** The last part of the address the page is at, such as the id of a document. */
export function idAt(page: Page, place: string): string {
  const id = new RegExp(`/${place}/([^/?#]+)`).exec(page.url())?.[1];
  if (!id) throw new Error(`${page.url()} is not one of the ${place}.`);
  return id;
}
