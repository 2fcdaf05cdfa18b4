import { expect, it } from "vitest";
import { pastedLines } from "./pasted-lines";

it("lines that a page had cut are one paragraph again, and a cut word is whole", () => {
  const pdf = "Officers shall request a clinician when a person in crisis is be-\nlieved to need one. The request is made by radio and is\nrecorded by dispatch.\n\nDispatch answers within five minutes.";
  expect(pastedLines(pdf)).toEqual([
    { kind: "paragraph", text: "Officers shall request a clinician when a person in crisis is believed to need one. The request is made by radio and is recorded by dispatch." },
    { kind: "paragraph", text: "Dispatch answers within five minutes." },
  ]);
});

it("listed lines become lists, also when an entry runs over its line", () => {
  expect(pastedLines("Officers:\n• slow down and keep a distance from the person in crisis\nwhile help is on its way\n• listen\n1. Call\n2) Wait")).toEqual([
    { kind: "paragraph", text: "Officers:" },
    { kind: "bullets", entries: ["slow down and keep a distance from the person in crisis while help is on its way", "listen"] },
    { kind: "numbers", entries: ["Call", "Wait"] },
  ]);
});

it("short lines stay lines", () => {
  expect(pastedLines("Riverton\nHarbor County")).toEqual([
    { kind: "paragraph", text: "Riverton" },
    { kind: "paragraph", text: "Harbor County" },
  ]);
});
