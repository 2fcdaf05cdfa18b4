import fc from "fast-check";
import { test } from "vitest";
import { editorOf } from "./test-client";
import { deeds, oneSuggests, rulingSeesAll, threeAtOnce, turns } from "./test-invariants";

// The invariants of suggestions on some hundred random histories. `node bench/suggestions.mjs` does the same with ten thousand.

const order = fc.array(fc.nat(1000), { minLength: 8, maxLength: 8 });

test("whatever somebody suggests, rejecting it gives back the text, accepting it goes in any order, and undo takes it back", () => {
  fc.assert(fc.property(deeds(5), deeds(8), order, (first, then, shuffle) => oneSuggests(first, then, shuffle, (doc, name) => editorOf(doc, name, true))), { numRuns: 200, seed: 418 });
});

test("whatever three people write and suggest at once while suggestions are decided, all end with one sound text, nobody is refused and no words are lost", () => {
  fc.assert(fc.property(turns(30), order, threeAtOnce), { numRuns: 250, seed: 418 });
});

test("what the ruling lets pass leaves the whole text as it is, though it looks at the changed part only", () => {
  fc.assert(fc.property(deeds(5), deeds(5), deeds(8), (first, second, then) => rulingSeesAll(first, second, then, editorOf)), { numRuns: 200, seed: 418 });
});
