import fc from "fast-check";
import { redo, undo } from "@tiptap/pm/history";
import { type NodeType } from "@tiptap/pm/model";
import { TextSelection } from "@tiptap/pm/state";
import { findWrapping } from "@tiptap/pm/transform";
import { expect, test } from "vitest";
import { batchesOf, nextBatches, standingOf, takeUp } from "./collaboration";
import { documentSchema } from "./schema/document-schema";
import { unsentWords } from "./unsent-words";
import { authority, rangeOf, turn, writer, clause } from "./test-writers";

test("whatever three people write in whatever order it arrives, all end with the text of the authority, and the schema accepts it", () => {
  fc.assert(
    fc.property(fc.array(turn, { minLength: 5, maxLength: 60 }), (turns) => {
      const server = authority();
      const writers = ["a", "b", "c"].map((name) => writer(name, server));
      for (const { who, does, deed } of turns) {
        const person = writers[who] as (typeof writers)[number];
        if (does === "write") person.write(deed);
        else person[does]();
      }
      for (let rounds = 0; rounds < 200 && !writers.every((each) => each.saved()); rounds++)
        for (const each of writers) {
          each.send();
          while (each.hear());
        }
      for (const each of writers) while (each.hear());
      server.doc().check();
      const ids: unknown[] = [];
      server.doc().descendants((node) => void (node.type.name === "clause" && ids.push(node.attrs.id)));
      expect(new Set(ids).size).toBe(ids.length);
      for (const each of writers) {
        expect(each.saved()).toBe(true);
        expect(each.doc().toJSON()).toEqual(server.doc().toJSON());
      }
    }),
    { numRuns: Number(process.env.HISTORY_RUNS ?? 1500) },
  );
});

test("what two people type into one paragraph at once is all there", () => {
  const server = authority();
  const [one, two] = [writer("a", server), writer("b", server)];
  for (const person of [one, two]) person.write({ kind: "type", place: 12, length: 4 });
  for (let rounds = 0; rounds < 3; rounds++)
    for (const person of [one, two]) {
      person.send();
      while (person.hear());
    }
  while (one.hear());
  expect(one.doc().textContent).toContain("aaaa");
  expect(one.doc().textContent).toContain("bbbb");
  expect(one.doc().toJSON()).toEqual(two.doc().toJSON());
});

test("words typed where somebody else deleted the paragraph at the same moment are named, so that their writer can be told", () => {
  const server = authority();
  const [one, two] = [writer("a", server), writer("b", server)];
  const { from, to } = rangeOf(one.doc(), "Words of one.");
  one.change((tr) => tr.delete(from - 1, to + 1));
  one.send();
  for (const [at, letter] of [..."kept"].entries()) two.change((tr) => tr.insertText(letter, from + 5 + at));
  while (two.hear());
  expect(unsentWords(two.displaced())).toBe("kept");
  expect(two.doc().toJSON()).toEqual(server.doc().toJSON());
});

test("bold that was switched on for the next word stays on while somebody else writes", () => {
  const server = authority();
  const [one, two] = [writer("a", server), writer("b", server)];
  const { from, to } = rangeOf(one.doc(), "Words of one.");
  one.change((tr) => tr.setSelection(TextSelection.create(tr.doc, to)).addStoredMark(documentSchema.mark("bold")));
  two.change((tr) => tr.insertText("Theirs. ", from));
  two.send();
  while (one.hear());
  one.change((tr) => tr.insertText("loud"));
  const loud: string[] = [];
  one.doc().descendants((node) => void (node.marks.some(({ type }) => type.name === "bold") && loud.push(node.text ?? "")));
  expect(loud).toEqual(["loud"]);
});

test("undo takes back one's own words only, also those written before others wrote and before the line was back", () => {
  const server = authority();
  const [one, two] = [writer("a", server), writer("b", server)];
  const { from } = rangeOf(one.doc(), "Words of one.");
  two.change((tr) => tr.insertText("theirs ", from));
  two.send();
  one.change((tr) => tr.insertText("own ", from));
  // The line comes back: theirs is taken in under one's own, which is then stored.
  while (one.hear());
  one.send();
  while (one.hear());
  while (two.hear());
  expect(server.doc().textContent).toContain("theirs own Words of one.");
  two.change((tr) => tr.insertText("more ", from));
  two.send();
  while (one.hear());
  one.undo();
  one.send();
  while (one.hear());
  while (two.hear());
  expect(server.doc().textContent).toContain("more theirs Words of one.");
  expect(server.doc().textContent).not.toContain("own ");
  expect(two.doc().toJSON()).toEqual(server.doc().toJSON());
});

test("what an earlier page kept is taken up on the text that it knew, sent once, and can be undone", () => {
  const server = authority();
  const gone = writer("a", server);
  const { from } = rangeOf(gone.doc(), "Words of one.");
  for (const [at, letter] of [..."kept "].entries()) gone.change((tr) => tr.insertText(letter, from + at));
  const { version, base, unconfirmed } = standingOf(gone.state());
  const now = writer("b", server);
  now.change((tr) => tr.insertText("others ", from));
  now.send();
  while (now.hear());
  const later = writer("c", server);
  later.takeUp({ version, base, batches: batchesOf(unconfirmed) });
  later.undo();
  expect(later.doc().textContent).not.toContain("kept");
  later.redo();
  while (later.hear());
  for (let rounds = 0; rounds < 5; rounds++) {
    later.send();
    while (later.hear());
  }
  while (now.hear());
  expect(later.saved()).toBe(true);
  expect(server.doc().textContent.split("kept ").length).toBe(2);
  expect(now.doc().toJSON()).toEqual(server.doc().toJSON());
});

test("an hour of typing without a line is sent in frames that the server takes, and none is longer than it may be", () => {
  const server = authority();
  const one = writer("a", server);
  const { from } = rangeOf(one.doc(), "Words of one.");
  for (let key = 0; key < 12_000; key++) one.change((tr) => tr.insertText(key % 6 === 5 ? " " : "x", from + key));
  one.change((tr) => tr.insertText("y".repeat(450_000), from));
  one.change((tr) => tr.insertText("z", from));
  let frames = 0;
  for (; !one.saved(); frames++) {
    const next = nextBatches(one.state());
    expect(JSON.stringify(next).length).toBeLessThan(900_000);
    for (const { steps } of next?.batches ?? []) expect(steps.length).toBeLessThanOrEqual(500);
    expect(next?.batches.length).toBeLessThanOrEqual(200);
    one.sendAll();
    while (one.hear());
  }
  expect(frames).toBeGreaterThan(3);
  expect(server.doc().textContent).toContain("zy");
  expect(one.doc().toJSON()).toEqual(server.doc().toJSON());
});

test.each(["split", "list"] as const)("a paragraph that one makes %s while another types in it keeps every letter", (kind) => {
  const server = authority();
  const [one, two] = [writer("a", server), writer("b", server)];
  const { from } = rangeOf(one.doc(), "Words of one.");
  for (const [at, letter] of [..."typed"].entries()) two.change((tr) => tr.insertText(letter, from + 8 + at));
  one.change((tr) => {
    if (kind === "split") return tr.split(from + 6);
    const range = tr.doc.resolve(from).blockRange();
    const wrapping = range && findWrapping(range, documentSchema.nodes.bulletList as NodeType);
    return range && wrapping ? tr.wrap(range, wrapping) : tr;
  });
  one.send();
  two.send();
  for (const person of [one, two]) while (person.hear());
  expect(server.doc().textContent).toContain("Words oftyped one.");
  server.doc().check();
  expect(one.doc().toJSON()).toEqual(two.doc().toJSON());
});
