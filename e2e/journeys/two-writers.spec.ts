import { signedIn } from "../support/people";
import { expect, test } from "../support/test";
import { caretBehind, counted, isSaved, once, readyToWrite, textOn, wordsOn } from "../support/writing";

test("two people who type in one paragraph at the same moment end with the same text, every word once", async ({ browser }) => {
  const [dispatch, clinician] = await Promise.all([signedIn(browser, "dispatch"), signedIn(browser, "clinician")]);
  await dispatch.goto("/documents");
  await dispatch.getByRole("link", { name: "Taking a call about a person in crisis" }).click();
  await dispatch.getByRole("link", { name: "Open the draft" }).click();
  await readyToWrite(dispatch);
  await clinician.goto(dispatch.url());
  await readyToWrite(clinician);

  const paragraph = textOn(dispatch).getByRole("paragraph").first();
  const words = (await paragraph.innerText()).slice(0, 30);
  await caretBehind(dispatch, words);
  await dispatch.keyboard.type(" Shared:");
  await expect(textOn(clinician)).toContainText("Shared:");
  await caretBehind(clinician, words);

  const numbered = (name: string) => Array.from({ length: 12 }, (_, at) => `${name}${String(at).padStart(2, "0")}`);
  const theirs = { dispatch: numbered("amber"), clinician: numbered("teal") };
  await Promise.all([
    dispatch.keyboard.type(theirs.dispatch.map((token) => ` ${token}`).join(""), { delay: 20 }),
    clinician.keyboard.type(theirs.clinician.map((token) => ` ${token}`).join(""), { delay: 20 }),
  ]);
  await Promise.all([isSaved(dispatch), isSaved(clinician)]);

  await expect.poll(async () => (await wordsOn(dispatch)) === (await wordsOn(clinician))).toBe(true);
  const letters = (text: string) => [...text].sort().join("");
  const together = await wordsOn(dispatch);
  const typed = [...theirs.dispatch, ...theirs.clinician].map((token) => ` ${token}`).join("");
  const tail = together.slice(together.indexOf("Shared:") + "Shared:".length).slice(0, typed.length);
  expect(letters(tail)).toBe(letters(typed));

  await Promise.all([dispatch.reload(), clinician.reload()]);
  await Promise.all([readyToWrite(dispatch), readyToWrite(clinician)]);
  expect(await wordsOn(dispatch)).toBe(together);
  expect(await wordsOn(clinician)).toBe(together);
});

test("what one person writes is seen by the other at once, with the caret, the name and the organization", async ({ browser }) => {
  const [dispatch, officer] = await Promise.all([signedIn(browser, "dispatch"), signedIn(browser, "officer")]);
  await dispatch.goto("/proposals?stage=drafting");
  await dispatch.getByRole("link", { name: "Five minutes, then the mobile team" }).click();
  await dispatch.getByRole("link", { name: "Edit the text" }).click();
  await readyToWrite(dispatch);
  await officer.goto(dispatch.url());
  await readyToWrite(officer);
  await caretBehind(officer, "The aim is that everyone is safe");
  await officer.keyboard.type(" Seen at once.");
  await expect(textOn(dispatch)).toContainText("Seen at once.", { timeout: 2_000 });
  await expect(textOn(dispatch)).toContainText("Chris Delgado · Riverton Police Department");
  await expect(dispatch.getByRole("list", { name: "People here" })).toContainText("Chris Delgado, Riverton Police Department");
  await isSaved(officer);
  expect(counted(await wordsOn(dispatch), ["Seen at once."])).toEqual(once(["Seen at once."]));
});
