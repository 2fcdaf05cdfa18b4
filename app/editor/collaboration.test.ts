import fc from "fast-check";
import { history, redo, undo } from "@tiptap/pm/history";
import { Fragment, Node, type NodeType } from "@tiptap/pm/model";
import { EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";
import { findWrapping } from "@tiptap/pm/transform";
import { expect, test } from "vitest";
import { readSteps, takeSteps } from "./authority";
import { batchesOf, closeBatch, collaboration, displacedBy, nextBatch, nextBatches, receive, standingOf, takeUp, type SentBatch } from "./collaboration";
import { addClauseAfter, liftClause, moveClause, nestClause } from "./schema/clause-commands";
import { clauseIds } from "./schema/clause-ids";
import { documentSchema } from "./schema/document-schema";
import type { BatchedStep } from "./step-rebasing";
import { keepingOthers } from "./undo-keeping";
import { displacedWords, undoneMoves, unsentWords } from "./unsent-words";

const words = (text: string) => [{ type: "text", text }];
const clause = (id: string) => ({ type: "clause", attrs: { id }, content: [{ type: "clauseTitle", content: words(`Title ${id}`) }, { type: "paragraph", content: words(`Words of ${id}.`) }] });
const start = () => Node.fromJSON(documentSchema, { type: "doc", content: [clause("one"), clause("two"), clause("three")] });

/** The authority of the server, without a database: everybody's steps in one order. */
function authority() {
  let doc = start();
  const log: BatchedStep[] = [];
  const sent: { from: number; batches: SentBatch[] }[] = [];
  const pushAll = (version: number, batches: readonly SentBatch[]) => {
    const own = batches.flatMap(({ batchId, steps }) => readSteps(batchId, steps) ?? []);
    const taken = takeSteps(doc, log.slice(version), own, null);
    if (!taken.ok) throw new Error(taken.reason);
    doc = taken.doc;
    sent.push({ from: log.length, batches: batches.map(({ batchId }) => ({ batchId, steps: taken.steps.filter((step) => step.batchId === batchId).map(({ step }) => step.toJSON() as unknown) })) });
    log.push(...taken.steps);
  };
  return {
    doc: () => doc,
    sent,
    push: (version: number, batch: SentBatch) => pushAll(version, [batch]),
    pushAll,
  };
}

function writer(name: string, server: ReturnType<typeof authority>) {
  let batches = 0;
  const newBatchId = () => `${name}-${++batches}`;
  let state = EditorState.create({ doc: start(), plugins: [collaboration(0, newBatchId), clauseIds(), history()] });
  const displaced: unknown[] = [];
  let heard = 0;
  let inFlight: string | null = null;
  const send = () => {
    const batch = nextBatch(state);
    if (!batch || inFlight) return;
    inFlight = batch.batchId;
    const closed = closeBatch(state, batch.batchId, newBatchId);
    if (closed) state = state.apply(closed);
    server.push(batch.version, batch);
  };
  const hear = () => {
    const frame = server.sent[heard];
    if (!frame) return false;
    heard += 1;
    const transaction = receive(state, frame.from, frame.batches);
    displaced.push(...displacedBy(transaction));
    state = state.apply(transaction);
    if (frame.batches.some(({ batchId }) => batchId === inFlight)) inFlight = null;
    return true;
  };
  const write = ({ kind, place, length }: Deed) => {
    const at = TextSelection.near(state.doc.resolve(Math.min(place, state.doc.content.size)));
    const there = state.apply(state.tr.setSelection(at));
    const take = (next: EditorState) => (state = next);
    take(there);
    const dispatch = (transaction: typeof state.tr) => take(state.apply(transaction));
    if (kind === "type") dispatch(state.tr.insertText(name.repeat(length), state.selection.from));
    if (kind === "delete") {
      const to = Math.min(state.selection.from + length, state.selection.$from.end());
      if (to > state.selection.from) dispatch(state.tr.delete(state.selection.from, to));
    }
    if (kind === "split" && state.selection.$from.parent.type.name === "paragraph") dispatch(state.tr.split(state.selection.from));
    if (kind === "add") addClauseAfter(state, dispatch);
    if (kind === "nest") nestClause(state, dispatch);
    if (kind === "lift") liftClause(state, dispatch);
    if (kind === "up") moveClause(-1)(state, dispatch);
    if (kind === "down") moveClause(1)(state, dispatch);
  };
  const sendAll = () => {
    const next = nextBatches(state);
    const last = next?.batches.at(-1);
    const closed = last && closeBatch(state, last.batchId, newBatchId);
    if (closed) state = state.apply(closed);
    if (next) server.pushAll(next.version, next.batches);
  };
  return {
    write, send, sendAll, hear,
    doc: () => state.doc,
    saved: () => standingOf(state).unconfirmed.length === 0,
    state: () => state,
    displaced: () => displaced,
    change: (work: (tr: Transaction) => Transaction) => (state = state.apply(work(state.tr))),
    undo: () => keepingOthers(undo, () => state)(state, (transaction) => (state = state.apply(transaction))),
    redo: () => keepingOthers(redo, () => state)(state, (transaction) => (state = state.apply(transaction))),
    takeUp: (kept: { version: number; base: Node; batches: SentBatch[] }) => {
      const taken = takeUp(state, kept, newBatchId);
      if (!taken) throw new Error("Not taken up.");
      state = taken.state;
    },
  };
}

const kinds = ["type", "delete", "split", "add", "nest", "lift", "up", "down"] as const;
type Deed = { kind: (typeof kinds)[number]; place: number; length: number };
const turn = fc.record({ who: fc.nat(2), does: fc.constantFrom("write", "write", "send", "hear"), deed: fc.record({ kind: fc.constantFrom(...kinds), place: fc.nat(120), length: fc.integer({ min: 1, max: 4 }) }) });

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

function placeOf(doc: Node, words: string): number {
  return rangeOf(doc, words).from;
}

function rangeOf(doc: Node, words: string): { from: number; to: number } {
  let found: { from: number; to: number } | null = null;
  doc.descendants((node, at) => {
    const inside = node.isText ? (node.text ?? "").indexOf(words) : -1;
    if (inside >= 0) found ??= { from: at + inside, to: at + inside + words.length };
    return found === null;
  });
  if (!found) throw new Error(`There is no "${words}".`);
  return found;
}
