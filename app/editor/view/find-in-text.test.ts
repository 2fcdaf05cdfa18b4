import { expect, it } from "vitest";
import { documentSchema } from "~/editor/schema/document-schema";
import { occurrences } from "./find-in-text";

const { clause, clauseTitle, paragraph } = documentSchema.nodes;
const bold = documentSchema.marks.bold!.create();
const text = documentSchema.node("doc", null, [
  clause!.create({ id: "a" }, [clauseTitle!.create(null, documentSchema.text("Crisis")), paragraph!.create(null, [documentSchema.text("A person in cri"), documentSchema.text("sis", [bold]), documentSchema.text(" waits. Crisis.")])]),
]);
const foundIn = (words: string, matchCase = false) => occurrences(text, words, matchCase).map(({ from, to }) => text.textBetween(from, to));

it("words are found across bold letters, in titles and whatever their case", () => {
  expect(foundIn("crisis")).toEqual(["Crisis", "crisis", "Crisis"]);
  expect(foundIn("crisis", true)).toEqual(["crisis"]);
  expect(foundIn("Crisis", true)).toEqual(["Crisis", "Crisis"]);
});

it("nothing is found for no words, nor across the end of a paragraph", () => {
  expect(foundIn("")).toEqual([]);
  expect(foundIn("CrisisA person")).toEqual([]);
});
