import type { Page } from "@playwright/test";
import { choose } from "../support/choosing";
import { signedIn } from "../support/people";
import { ownText } from "../support/own-text";
import { expect, test } from "../support/test";
import { caretBehind, isSaved, textOn, wordsOn } from "../support/writing";

// What programs put on the clipboard, with all that they wrap it in.
const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{font-family:Calibri}</style></head><body lang=EN-US>
<!--StartFragment--><h1 style='margin-top:12.0pt'><span style='font-size:16.0pt'>1. Scope<o:p></o:p></span></h1>
<p class=MsoNormal style='text-indent:.5in'><span style='font-family:"Times New Roman",serif;color:red'>This policy covers <b>every call</b> about a person in crisis.<o:p></o:p></span></p>
<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;</span></span><![endif]>Slow down.<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>a.<span>&nbsp;</span></span><![endif]>Keep a distance.<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>2.<span>&nbsp;</span></span><![endif]>Listen.<o:p></o:p></p>
<h2>1.1 Exceptions</h2><p class=MsoNormal>None.</p>
<table class=MsoTableGrid border=1><tr><td width=100><p class=MsoNormal>Code</p></td><td><p class=MsoNormal>Meaning</p></td></tr><tr><td><p class=MsoNormal>5150</p></td><td><p class=MsoNormal>Hold</p></td></tr></table>
<p class=MsoNormal><img src="file:///C:/x.png"></p><!--EndFragment--></body></html>`;
const listed = (list: string, sign: string, words: string) => `<p class=MsoListParagraph style='mso-list:${list}'><![if !supportLists]><span style='mso-list:Ignore'>${sign}<span>&nbsp;</span></span><![endif]>${words}<o:p></o:p></p>`;
const reviewed = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body lang=EN-US><!--StartFragment-->${listed("l0 level1 lfo1", "·", "lower the radio")}${listed("l1 level1 lfo2", "3.", "third step")}${listed("l1 level1 lfo2", "4.", "fourth step")}${listed("l2 level1 lfo3", "1.", "another first")}
<p class=MsoNormal>See the <span class=msoIns><ins cite="mailto:A">new words</ins></span><span class=msoDel><del cite="mailto:A"> old words</del></span><a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a><span class=MsoCommentReference><a class=msocomanchor href="#_msocom_1">[A1]</a></span>.</p>
<div style='mso-element:footnote-list'><hr size=1><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1"><span class=MsoFootnoteReference>[1]</span></a> Only at night.</p></div></div>
<div style='mso-element:comment-list'><hr class=msocomoff><div style='mso-element:comment'><div id="_com_1" class=msocomtxt><p class=MsoCommentText><a class=msocomanchor>[A1]</a>Is this right?</p></div></div></div><!--EndFragment--></body></html>`;
const docs = `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr" style="line-height:1.38"><span style="font-size:11pt;font-family:Arial;font-weight:700">Officers</span><span style="font-size:11pt;font-family:Arial;font-weight:400"> wait for a </span><a href="https://example.org/clinician"><span style="font-style:italic;text-decoration:underline">clinician</span></a><span>.</span></p><ul><li dir="ltr"><p dir="ltr"><span>At the scene</span></p></li><ul><li dir="ltr"><p dir="ltr"><span>Or by phone</span></p></li></ul></ul></b>`;
const web = `<div class="article"><style>p{}</style><script>alert(1)</script><h3>Transport</h3><div>An <span onclick="alert(1)">ambulance</span> first. <a href="javascript:alert(1)">Read on</a></div><p style="display:none">hidden words</p></div>`;

test.describe.configure({ timeout: 120_000 });

test("what is pasted from Word, Google Docs and a web page keeps its structure and drops its decoration", async ({ browser }) => {
  const page = await newDraft(await signedIn(browser, "coordinator"), "Pasted policy");
  await paste(page, { "text/html": word, "text/plain": "unused" });
  await expect(page.getByText("Left out of what you pasted: 1 picture.")).toBeVisible();
  await expect(page.getByText("Left out of what you pasted: 1 picture.")).toHaveRole("status");
  const text = textOn(page);
  await expect(text.getByRole("heading", { name: "Scope" })).toBeVisible();
  await expect(text.getByRole("heading", { name: "Exceptions" })).toBeVisible();
  expect(await headings(page)).toEqual(expect.arrayContaining(["Scope", "Exceptions"]));
  expect(await outline(page, "Scope")).toEqual({
    words: "This policy covers every call about a person in crisis.",
    strong: "every call",
    list: "OL[Slow down.OL[Keep a distance.]][Listen.]",
    below: ["Exceptions"],
  });
  await expect(text.getByRole("cell", { name: "5150" })).toBeVisible();

  await page.keyboard.press("Control+End");
  await paste(page, { "text/html": docs });
  await expect(text.getByRole("link", { name: "clinician" })).toHaveAttribute("href", "https://example.org/clinician");
  expect(await text.locator("strong", { hasText: "Officers" }).count()).toBe(1);
  expect(await text.locator("strong", { hasText: "wait" }).count()).toBe(0);
  expect(await text.locator("li li", { hasText: "Or by phone" }).count()).toBe(1);

  await page.keyboard.press("Control+End");
  await paste(page, { "text/html": web });
  await expect(text.getByRole("heading", { name: "Transport" })).toBeVisible();
  expect(await wordsOn(page)).not.toContain("hidden words");
  expect(await text.evaluate((shown) => shown.innerHTML)).not.toMatch(/javascript:|onclick|style="(font|color|line)/);
  await isSaved(page);
});

test("lists of Word that follow one another stay two, its footnotes come as footnotes, and its comments and what a tracked change takes away stay out, which is said", async ({ browser }) => {
  const page = await newDraft(await signedIn(browser, "coordinator"), "Pasted with notes");
  await page.keyboard.type("Before.");
  await paste(page, { "text/html": reviewed });
  await expect(page.getByText("Left out of what you pasted: 1 passage that a tracked change takes away, 1 comment.")).toBeVisible();
  expect(await textOn(page).locator("section").first().evaluate((shown) => [...shown.querySelectorAll("ul, ol")].map((list) => `${list.tagName} ${list.getAttribute("start") ?? 1} ${list.textContent}`))).toEqual(["UL 1 lower the radio", "OL 3 third stepfourth step", "OL 1 another first"]);
  expect(await wordsOn(page)).toContain("new words");
  expect(await wordsOn(page)).not.toMatch(/old words|Is this right|\[A1\]|\[1\]|Only at night/);
  await expect(textOn(page).locator("[data-footnote]")).toHaveAttribute("data-footnote", "Only at night.");
  await isSaved(page);
});

test("a table that is pasted behind a paragraph while suggesting is all that is suggested", async ({ browser }) => {
  const page = await newDraft(await signedIn(browser, "coordinator"), "Pasted as suggested");
  await page.keyboard.type("Before the table.");
  await isSaved(page);
  await page.getByRole("combobox", { name: "Mode" }).selectOption("Suggesting");
  await paste(page, { "text/html": "<p>Added words.</p><table><tr><td>Month</td><td>Calls</td></tr></table>" });
  await expect(textOn(page).getByRole("cell", { name: "Calls" })).toBeVisible();
  await expect(textOn(page).locator("del")).toHaveCount(0);
  expect((await wordsOn(page)).split("Before the table.")).toHaveLength(2);
  await isSaved(page);
});

test("what is nested too deep, leads nowhere safe or is too much is made harmless or refused, which is said; the text is saved all the while", async ({ browser }) => {
  const page = await newDraft(await signedIn(browser, "coordinator"), "Pasted with care");
  const text = textOn(page);
  await page.keyboard.type("Before.");
  await paste(page, { "text/html": `${"<ul><li>level".repeat(5000)} the deepest` });
  await expect(page.getByText("Lists deeper than 6 levels were put on level 6.")).toBeVisible();
  await isSaved(page);
  expect(await text.locator("ul ul ul ul ul ul").count()).toBeGreaterThan(0);
  expect(await text.locator("ul ul ul ul ul ul ul").count()).toBe(0);
  await expect(text).toContainText("the deepest");
  await expect(text.getByRole("paragraph").filter({ hasText: /^Before\.$/ })).toBeVisible();

  await page.keyboard.press("Control+End");
  await paste(page, { "text/html": `${"<div>".repeat(5000)}below many boxes` });
  await expect(text).toContainText("below many boxes");
  await paste(page, { "text/html": ["javascript:alert(1)", " JaVaScRiPt:alert(1)", "java&#10;script:alert(1)", "data:text/html,x", "//elsewhere.example", "https://safe.example/a"].map((href, at) => `<p><a href="${href}">link ${at}</a></p>`).join("") });
  await expect(page.getByText("Left out of what you pasted: 5 links whose addresses are not safe (their words are kept).")).toBeVisible();
  await expect(text).toContainText("link 0");
  expect(await text.locator("a").evaluateAll((links) => links.map((link) => link.getAttribute("href")))).toEqual(["https://safe.example/a"]);

  await paste(page, { "text/plain": "Officers wait for a clinician and say who comes next.\n\n".repeat(20_000) });
  await expect(page.getByText("This is too much to put in at once. Paste it part by part, or import the file.")).toBeVisible();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" Written on.");
  await isSaved(page);
  await page.reload();
  await expect(textOn(page)).toContainText("Written on.");
});

test("a list that is pasted behind words, as a suggestion, leaves the words as they are", async ({ browser }) => {
  const page = await newDraft(await signedIn(browser, "coordinator"), "Pasted as a suggestion");
  await page.keyboard.type("Before.");
  await isSaved(page);
  await page.getByLabel("Mode").selectOption("Suggesting");
  await caretBehind(page, "Before.");
  await paste(page, { "text/html": "<ul><li>Slow down<ul><li>Listen</li></ul></li></ul>" });
  await expect(textOn(page).locator("li li")).toContainText("Listen");
  await page.keyboard.type(" longer");
  await isSaved(page);
  await expect(textOn(page).locator("li li")).toContainText("Listen longer");
  expect(await textOn(page).locator("del").count()).toBe(0);
  await expect(textOn(page).getByRole("paragraph").filter({ hasText: /^Before\./ })).toHaveCount(1);
});

test("lines copied from a PDF are paragraphs and lists again, and words alone are pasted when asked", async ({ browser }) => {
  const page = await newDraft(await signedIn(browser, "coordinator"), "Pasted lines");
  await paste(page, { "text/plain": "Officers shall request a clinician when a person in crisis is be-\nlieved to need one.\n\n• Slow down\n• Listen" });
  const text = textOn(page);
  await expect(text.getByRole("paragraph").filter({ hasText: "is believed to need one." })).toBeVisible();
  await expect(text.getByRole("listitem")).toHaveText(["Slow down", "Listen"]);
  await isSaved(page);
});

test("words are found and replaced by keyboard, and one's own replacement is undone at once", async ({ browser }) => {
  const page = await newDraft(await signedIn(browser, "coordinator"), "Found and replaced");
  await page.keyboard.type("The subject is heard. The Subject is safe.");
  await page.keyboard.press("Control+f");
  const bar = page.getByRole("search", { name: "Find in this text" });
  await expect(bar.getByLabel("Find", { exact: true })).toBeFocused();
  await page.keyboard.type("subject");
  await expect(bar.getByText("of 2")).toBeVisible();
  await bar.getByLabel("Replace with").fill("person in crisis");
  await bar.getByRole("button", { name: "Replace all" }).press("Enter");
  await expect(bar.getByText("2 replaced.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(textOn(page)).toBeFocused();
  await expect(textOn(page)).toContainText("The person in crisis is heard. The person in crisis is safe.");
  await page.keyboard.press("Control+z");
  await expect(textOn(page)).toContainText("The subject is heard. The Subject is safe.");
});

for (const modifier of ["Control", "Meta"] as const) {
  test(`the shortcuts that people bring do what they expect, with ${modifier === "Meta" ? "Cmd on a Mac" : "Ctrl"}`, async ({ browser }) => {
    const page = await signedIn(browser, "coordinator", modifier === "Meta" ? { userAgent: "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36" } : {});
    if (modifier === "Meta") await page.addInitScript(() => Object.defineProperty(navigator, "platform", { get: () => "MacIntel" }));
    await newDraft(page, `Shortcuts with ${modifier}`);
    const text = textOn(page);
    const shapes: readonly [keys: string, tag: string][] = [["b", "strong"], ["i", "em"], ["u", "u"]];
    for (const [keys, tag] of shapes) {
      await page.keyboard.press(`${modifier}+${keys}`);
      await page.keyboard.type(tag);
      await page.keyboard.press(`${modifier}+${keys}`);
      await page.keyboard.type(" ");
      await expect(text.locator(tag)).toHaveText(tag);
    }
    await page.keyboard.press("Enter");
    await page.keyboard.press(`${modifier}+Shift+8`);
    await page.keyboard.type("bullet");
    await expect(text.locator("ul li")).toHaveText("bullet");
    await page.keyboard.press(`${modifier}+Shift+7`);
    await expect(text.locator("ol li")).toHaveText("bullet");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page.keyboard.type("Records");
    await page.keyboard.press(`${modifier}+Alt+1`);
    await expect(text.getByRole("heading", { name: "Records" })).toBeVisible();
    await page.keyboard.press(`${modifier}+Alt+0`);
    await expect(text.getByRole("heading", { name: "Records" })).toHaveCount(0);
    await page.keyboard.press(`${modifier}+s`);
    await expect(page.getByText("Already saved")).toBeVisible();
    const help = page.getByRole("dialog", { name: "Keyboard" });
    await page.keyboard.press(`${modifier}+/`);
    await expect(help.getByText(modifier === "Meta" ? "Cmd+Option+M" : "Ctrl+Alt+M")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(help).toHaveCount(0);

    // The same beside the text, where the browser would open a dialog of its own; a question mark in a field is a question mark.
    await choose(page, "strong");
    await page.keyboard.press(`${modifier}+Alt+m`);
    const body = page.getByLabel("Your comment");
    await expect(body).toBeFocused();
    await page.keyboard.type("Why?");
    await expect(body).toHaveValue("Why?");
    await page.keyboard.press(`${modifier}+s`);
    await expect(page.getByText("Already saved")).toBeVisible();
    await page.keyboard.press(`${modifier}+f`);
    await expect(page.getByRole("search", { name: "Find in this text" })).toBeVisible();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Suggestions" }).focus();
    await page.keyboard.press("?");
    await expect(help).toBeVisible();
  });
}

/** A text of one's own with the caret in its first paragraph. */
async function newDraft(page: Page, title: string): Promise<Page> {
  await ownText(page, title);
  return page;
}

async function paste(page: Page, kinds: Record<string, string>): Promise<void> {
  await textOn(page).evaluate((shown, held) => {
    const clipboardData = new DataTransfer();
    for (const [kind, words] of Object.entries(held)) clipboardData.setData(kind, words);
    shown.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, kinds);
}

function headings(page: Page): Promise<string[]> {
  return textOn(page).evaluate((shown) => [...shown.querySelectorAll("[data-clause-title]")].map((title) => title.textContent ?? ""));
}

/** What a clause holds, told in a line each. */
function outline(page: Page, title: string) {
  return textOn(page).evaluate((shown, sought) => {
    const clause = [...shown.querySelectorAll("section[data-clause]")].find((each) => each.querySelector("[data-clause-title]")?.textContent === sought);
    const listed = (list: Element): string =>
      list.tagName + [...list.children].map((entry) => `[${[...entry.children].map((part) => (part.tagName === "P" ? part.textContent : listed(part))).join("")}]`).join("");
    const own = (selector: string) => [...(clause?.children ?? [])].find((child) => child.matches(selector));
    return {
      words: own("p")?.textContent,
      strong: own("p")?.querySelector("strong")?.textContent,
      list: own("ol, ul") ? listed(own("ol, ul") as Element) : null,
      below: [...(clause?.children ?? [])].filter((child) => child.matches("section")).map((child) => child.querySelector("[data-clause-title]")?.textContent),
    };
  }, title);
}
