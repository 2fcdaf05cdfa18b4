import { redo, undo } from "@tiptap/pm/history";
import { Fragment, Node } from "@tiptap/pm/model";
import { expect, test } from "vitest";
import { documentSchema } from "./schema/document-schema";
import { displacedWords, undoneMoves } from "./unsent-words";
import { authority, placeOf, writer, clause } from "./test-writers";

test("a clause that two people move at once stands in one place", () => {
  const server = authority();
  const [one, two] = [writer("a", server), writer("b", server)];
  one.write({ kind: "down", place: 3, length: 1 });
  two.write({ kind: "down", place: 3, length: 1 });
  for (const person of [one, two]) person.send();
  for (const person of [one, two]) while (person.hear());
  expect(server.doc().textContent.split("Words of one.").length).toBe(2);
  expect(one.doc().toJSON()).toEqual(two.doc().toJSON());
  for (const person of [one, two]) expect(undoneMoves(person.displaced(), person.doc())).toEqual([]);
});

test("whoever moves a clause goes on writing in it, though another took words out of it meanwhile", () => {
  const server = authority();
  const [one, two] = [writer("a", server), writer("b", server)];
  one.write({ kind: "delete", place: placeOf(one.doc(), "Words of two"), length: 9 });
  two.write({ kind: "up", place: placeOf(two.doc(), "Words of two"), length: 1 });
  two.write({ kind: "type", place: placeOf(two.doc(), "two."), length: 3 });
  for (let rounds = 0; rounds < 4; rounds++)
    for (const person of [one, two]) {
      person.send();
      while (person.hear());
    }
  while (one.hear());
  expect(server.doc().firstChild?.textContent).toBe("Title twobbbtwo.");
  expect(two.displaced()).toEqual([]);
  expect(one.doc().toJSON()).toEqual(two.doc().toJSON());
});

test("whoever moved a clause that somebody else moved elsewhere at the same moment is told which it was", () => {
  const server = authority();
  const [one, two] = [writer("a", server), writer("b", server)];
  one.write({ kind: "down", place: placeOf(one.doc(), "Words of two"), length: 1 });
  two.write({ kind: "nest", place: placeOf(two.doc(), "Words of two"), length: 1 });
  for (const person of [one, two]) person.send();
  for (const person of [one, two]) while (person.hear());
  expect(server.doc().textContent.split("Words of two.").length).toBe(2);
  expect(one.doc().toJSON()).toEqual(two.doc().toJSON());
  expect(undoneMoves(one.displaced(), one.doc())).toEqual([]);
  expect([...new Set(undoneMoves(two.displaced(), two.doc()))]).toEqual(["Title two"]);
});

test.each(["down", "nest", "lift"] as const)("what somebody typed in a clause is not lost when another moves it at the same moment: %s", (kind) => {
  const server = authority();
  const [one, two] = [writer("a", server), writer("b", server)];
  if (kind === "lift") {
    one.write({ kind: "nest", place: placeOf(one.doc(), "Words of two"), length: 1 });
    for (let rounds = 0; rounds < 4; rounds++) for (const person of [one, two]) {
      person.send();
      while (person.hear());
    }
  }
  one.write({ kind: "type", place: placeOf(one.doc(), "Words of two") + 5, length: 4 });
  two.write({ kind, place: placeOf(two.doc(), "Words of two"), length: 1 });
  for (const person of [one, two]) person.send();
  for (let rounds = 0; rounds < 4; rounds++) for (const person of [one, two]) {
    person.send();
    while (person.hear());
  }
  expect(server.doc().textContent).toContain("Wordsaaaa of two.");
  expect(server.doc().textContent.split("of two.").length).toBe(2);
  expect(one.doc().toJSON()).toEqual(two.doc().toJSON());
});

test.each([["is kept where both moved it alike", "down"], ["is told where it finds no place", "nest"]] as const)("what is new in the same step as a move %s", (_what, kind) => {
  const server = authority();
  const [one, two] = [writer("a", server), writer("b", server)];
  one.write({ kind, place: placeOf(one.doc(), "Words of two"), length: 1 });
  const [first, moved, other] = two.doc().content.content as [Node, Node, Node];
  const withMore = moved.copy(moved.content.append(Fragment.from(documentSchema.node("paragraph", null, [documentSchema.text("New in the same step.")]))));
  two.change((tr) => tr.replaceWith(first.nodeSize, first.nodeSize + moved.nodeSize + other.nodeSize, [other, withMore]));
  for (const person of [one, two]) person.send();
  for (const person of [one, two]) while (person.hear());
  expect(one.doc().toJSON()).toEqual(two.doc().toJSON());
  const isThere = two.doc().textContent.includes("New in the same step.");
  expect([isThere, displacedWords(two.displaced(), two.doc())]).toEqual(kind === "down" ? [true, ""] : [false, "New in the same step."]);
});

test("what is new in the same step as a move that takes along what others typed is told", () => {
  const server = authority();
  const [one, two] = [writer("a", server), writer("b", server)];
  one.write({ kind: "type", place: placeOf(one.doc(), "Words of two") + 5, length: 4 });
  const [first, moved, other] = two.doc().content.content as [Node, Node, Node];
  const withMore = moved.copy(moved.content.append(Fragment.from(documentSchema.node("paragraph", null, [documentSchema.text("New in the same step.")]))));
  two.change((tr) => tr.replaceWith(first.nodeSize, first.nodeSize + moved.nodeSize + other.nodeSize, [other, withMore]));
  for (const person of [one, two]) person.send();
  for (const person of [one, two]) while (person.hear());
  expect(server.doc().textContent).toContain("Wordsaaaa of two.");
  expect(one.doc().toJSON()).toEqual(two.doc().toJSON());
  expect(displacedWords(two.displaced(), two.doc())).toBe("New in the same step.");
});

test("what is typed in a clause that somebody else moved at the same moment is kept where the clause stands now", () => {
  const server = authority();
  const [one, two] = [writer("a", server), writer("b", server)];
  one.write({ kind: "down", place: 3, length: 1 });
  two.write({ kind: "down", place: 3, length: 1 });
  const inside = placeOf(two.doc(), "Words of one");
  for (let key = 0; key < 4; key++) two.write({ kind: "type", place: inside + 5 + key, length: 1 });
  for (let rounds = 0; rounds < 4; rounds++)
    for (const person of [one, two]) {
      person.send();
      while (person.hear());
    }
  while (one.hear());
  expect(server.doc().textContent).toContain("Wordsbbbb of one.");
  expect(server.doc().textContent.split("of one.").length).toBe(2);
  expect(one.doc().toJSON()).toEqual(two.doc().toJSON());
});

test.each([["down", false], ["nest", false], ["down", true]] as const)("a move (%s, after typing: %s) that is undone and redone leaves what somebody else typed in the clause since", (kind, typed) => {
  const server = authority();
  const [one, two] = [writer("a", server), writer("b", server)];
  const settle = () => {
    for (let rounds = 0; rounds < 4; rounds++)
      for (const person of [one, two]) {
        person.send();
        while (person.hear());
      }
  };
  if (typed) two.write({ kind: "type", place: placeOf(two.doc(), " of two"), length: 2 });
  two.write({ kind, place: placeOf(two.doc(), "Words"), length: 1 });
  two.write({ kind, place: placeOf(two.doc(), "of two"), length: 1 });
  settle();
  one.write({ kind: "type", place: placeOf(one.doc(), "of two"), length: 4 });
  settle();
  for (const each of [two.undo, two.redo, two.undo]) {
    each();
    settle();
    expect(server.doc().textContent).toContain("aaaaof two.");
    expect(server.doc().textContent.split("of two.").length).toBe(2);
    expect(one.doc().toJSON()).toEqual(two.doc().toJSON());
  }
  expect(server.doc().textContent).toContain("Words aaaaof two.");
});
