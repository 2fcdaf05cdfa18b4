import fc from "fast-check";
import { Node } from "@tiptap/pm/model";
import { EditorState, TextSelection } from "@tiptap/pm/state";
import { expect, test } from "vitest";
import { readSteps, takeSteps } from "./authority";
import { closeBatch, collaboration, nextBatch, receive, standingOf, type SentBatch } from "./collaboration";
import { addClauseAfter, liftClause, moveClause, nestClause } from "./schema/clause-commands";
import { clauseIds } from "./schema/clause-ids";
import { documentSchema } from "./schema/document-schema";
import type { BatchedStep } from "./step-rebasing";

const words = (text: string) => [{ type: "text", text }];
const clause = (id: string) => ({ type: "clause", attrs: { id }, content: [{ type: "clauseTitle", content: words(`Title ${id}`) }, { type: "paragraph", content: words(`Words of ${id}.`) }] });
const start = () => Node.fromJSON(documentSchema, { type: "doc", content: [clause("one"), clause("two"), clause("three")] });

/** The authority of the server, without a database: everybody's steps in one order. */
function authority() {
  let doc = start();
  const log: BatchedStep[] = [];
  const sent: { from: number; batches: SentBatch[] }[] = [];
  return {
    doc: () => doc,
    sent,
    push: (version: number, batch: SentBatch) => {
      const own = readSteps(batch.batchId, batch.steps);
      const taken = takeSteps(doc, log.slice(version), own ?? [], null);
      if (!taken.ok) throw new Error(taken.reason);
      doc = taken.doc;
      sent.push({ from: log.length, batches: [{ batchId: batch.batchId, steps: taken.steps.map(({ step }) => step.toJSON() as unknown) }] });
      log.push(...taken.steps);
    },
  };
}

function writer(name: string, server: ReturnType<typeof authority>) {
  let batches = 0;
  const newBatchId = () => `${name}-${++batches}`;
  let state = EditorState.create({ doc: start(), plugins: [collaboration(0, newBatchId), clauseIds()] });
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
    state = state.apply(receive(state, frame.from, frame.batches));
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
  return { write, send, hear, doc: () => state.doc, saved: () => standingOf(state).unconfirmed.length === 0, state: () => state };
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
    { numRuns: 1500 },
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
});
