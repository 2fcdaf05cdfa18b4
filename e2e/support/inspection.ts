import type { BrowserContext, Page } from "@playwright/test";
import { brokenRules, everything, whatIsSeen } from "./axe";

/** Notes what the page asks from elsewhere and what its own content rules forbid. */
export async function watched(context: BrowserContext, opened?: Page) {
  const faults: string[] = [];
  await context.exposeFunction("noteViolation", (words: string) => void faults.push(words));
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
      void (window as unknown as { noteViolation: (words: string) => void }).noteViolation(`${location.pathname} breaks ${violatedDirective}: ${blockedURI}`);
    });
  });
  const page = opened ?? (await context.newPage());
  page.on("pageerror", (fault) => faults.push(`${page.url()} throws ${fault.message}`));
  page.on("request", (request) => {
    const { protocol, host } = new URL(request.url());
    if (/^(http|ws)/.test(protocol) && host !== `localhost:${process.env.E2E_PORT}`) faults.push(`${page.url()} asks ${host}`);
  });
  return { page, faults };
}

export async function visit(page: Page, address: string, faults: string[]): Promise<void> {
  const answer = await page.goto(address);
  const expected = /no-such|CIT-999/.test(address) ? 404 : 200;
  if (answer?.status() !== expected) faults.push(`${address} answers ${answer?.status()}`);
  await inspect(page, address, faults);
}

const followed = new WeakMap<Page, Map<string, number>>();
/** Of links that lead to one kind of page, so many are followed. */
const mostAlike = 3;

/** Whatever a page links to is there. */
async function follow(page: Page, name: string, faults: string[]): Promise<void> {
  const known = followed.get(page) ?? new Map<string, number>();
  followed.set(page, known);
  const links = await page.getByRole("link", { includeHidden: true }).evaluateAll((found) => found.map((link) => (link as HTMLAnchorElement).href));
  // The skip link of a page that is not there leads to that page.
  known.set(page.url(), 1);
  for (const link of new Set(links.map((href) => href.split("#")[0] ?? "").filter((href) => href.startsWith(new URL(page.url()).origin) && !known.has(href)))) {
    known.set(link, 1);
    const kind = link.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|(?<=\/clauses\/)[^/?]+|(?<=[/=])\d+/g, ":one");
    const alike = known.get(kind) ?? 0;
    if (alike >= mostAlike) continue;
    known.set(kind, alike + 1);
    const answer = await page.request.get(link);
    if (answer.status() >= 400) faults.push(`${name} links to ${link}, which answers ${answer.status()}`);
  }
}

/** Looks at one page with everything on it unfolded: light and wide, then dark and narrow. */
export async function inspect(page: Page, name: string, faults: string[]): Promise<void> {
  await page.evaluate(() => document.querySelectorAll("main details").forEach((folded) => folded.setAttribute("open", "")));
  await look(page, `${name}, light`, everything, faults);
  await follow(page, name, faults);
  for (const width of [320, 360, 390]) {
    await page.setViewportSize({ width, height: 800 });
    const wide = await page.evaluate(tooWide);
    if (wide) faults.push(`${name} scrolls sideways at ${width} px: ${wide}`);
  }
  // A colour that is on its way to another is neither.
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await look(page, `${name}, dark and narrow`, whatIsSeen, faults);
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 1280, height: 720 });
}

/** What makes a page scroll sideways, or nothing. Runs in the page. */
function tooWide(): string | null {
  const room = window.innerWidth;
  if (document.documentElement.scrollWidth <= room) return null;
  const scrolls = (place: Element | null): boolean => place !== null && place !== document.body && (getComputedStyle(place).overflowX !== "visible" || scrolls(place.parentElement));
  const wide = [...document.body.querySelectorAll("*")].filter((part) => part.getBoundingClientRect().right > room && !scrolls(part)).pop();
  return `${document.documentElement.scrollWidth} px for ${wide?.outerHTML.slice(0, 120)}`;
}

async function look(page: Page, name: string, rules: typeof everything, faults: string[]): Promise<void> {
  for (const broken of await brokenRules(page, rules)) faults.push(`${name}: ${broken}`);
}
