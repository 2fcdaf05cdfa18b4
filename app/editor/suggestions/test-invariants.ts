import fc from "fast-check";
import { Fragment, type Node } from "@tiptap/pm/model";
import { mostClauses, deepestClause } from "../schema/clause-depth";
import { cleanText } from "./clean-text";
import { pendingSuggestions } from "./pending";
import { suggestionRuling } from "./ruling";
import type { Stamp } from "../schema/stamp";
import { settle, settleAll, settleChosen, type Verdict } from "./settle";
import { authority, member, noon } from "./test-authority";
import { clause, commands, docOf, li, p, table, text, ul, type editorOf } from "./test-client";

const kinds = ["type", "type", "type", "delete", "delete", "backspace", "del", "enter", "enter", "paste", "pasteBlocks", "undo", "undo", "redo", "note", ...Object.keys(commands)];
export type Deed = { kind: string; place: number; length: number };
export type Turn = { who: number; does: string; deed: Deed; seed: number };

const deed = fc.record({ kind: fc.constantFrom(...kinds), place: fc.nat(260), length: fc.integer({ min: 0, max: 40 }) });
export const turns = (most: number) => fc.array(fc.record({ who: fc.nat(2), does: fc.constantFrom("edit", "edit", "edit", "send", "hear", "decide"), deed, seed: fc.nat(1000) }), { minLength: 4, maxLength: most });
export const deeds = (most: number) => fc.array(deed, { minLength: 1, maxLength: most });

export const startText = () =>
  docOf(
    clause("a", "Transport", p("Officers may drive."), p("Second."), ul(li(p("one")), li(p("two"), ul(li(p("below")), li(p("lower")))), li(p("three"), p("more"))), table(["r1c1", "r1c2"], ["r2c1", "r2c2"]), p("Last.")),
    clause("b", "Custody", p("Words of b."), { type: "callout", attrs: { tone: "note" }, content: [p("Called out")] }, clause("c", "Under", p("Words of c."))),
    clause("d", "End", { type: "paragraph", content: [...text("Words "), { type: "text", text: "of d", marks: [{ type: "bold" }, { type: "comment", attrs: { thread: "t1" } }] }, { type: "footnote", attrs: { text: "A note" } }, ...text(".")] }),
  );

export function edit(editor: ReturnType<typeof editorOf>, deed: Deed, letters: string): void {
  editor.attempt(() => doEdit(editor, deed, letters));
}

function doEdit(editor: ReturnType<typeof editorOf>, { kind, place, length }: Deed, letters: string): void {
  const schema = editor.doc.type.schema;
  editor.select(place, place + (["delete", "type", "bold", "italic", "link", "paste", "bullets", "callout"].includes(kind) ? length : 0));
  if (kind === "type") editor.type(letters.repeat(1 + (length % 3)));
  else if (kind === "delete" || kind === "backspace") editor.backspace();
  else if (kind === "del") editor.del();
  else if (kind === "enter") editor.enter();
  else if (kind === "undo") editor.undo();
  else if (kind === "redo") editor.redo();
  else if (kind === "note" && editor.state.selection.$from.parent.type.name === "paragraph") editor.dispatch(editor.state.tr.insert(editor.state.selection.from, schema.node("footnote", { text: letters })));
  else if (kind === "paste") editor.dispatch(editor.state.tr.replaceSelection(startText().slice(length + 2, length + 2 + (place % 60))));
  else if (kind === "pasteBlocks") {
    const from = editor.state.selection.$from;
    if (from.depth === 2) editor.dispatch(editor.state.tr.insert(from.after(), Fragment.from([schema.nodeFromJSON(p(letters)), schema.nodeFromJSON(ul(li(p("x")), li(p("y"))))])));
  } else if (commands[kind]) editor.run(commands[kind]);
}

export function checkText(doc: Node): void {
  doc.check();
  const seen = new Set<string>();
  doc.descendants((node) => {
    if (node.isInline) {
      const insertions = node.marks.filter(({ type }) => type.name === "insertion");
      if (insertions.length > 1) throw new Error("I3: a letter that two people insert");
    }
    if (node.type.name === "clause") {
      if (seen.has(String(node.attrs.id))) throw new Error("I5: a clause is there twice");
      seen.add(String(node.attrs.id));
    }
  });
  if (deepestClause(doc) > mostClauses) throw new Error("I5: clauses too deep");
}

/** I2: one by one, in any order, is all at once. */
export function checkFold(doc: Node, order: readonly number[]): void {
  for (const verdict of ["accepted", "rejected"] as const satisfies readonly Verdict[]) {
    const whole = settleAll(doc, verdict);
    checkText(whole);
    if (pendingSuggestions(whole).length > 0) throw new Error(`I2: something is left when all are ${verdict}`);
    const ids = pendingSuggestions(doc).map(({ id }) => id);
    const shuffled = ids.map((id, at) => ({ id, key: order[at % Math.max(1, order.length)] ?? 0 })).sort((one, other) => one.key - other.key);
    let folded = doc;
    for (const { id } of shuffled) {
      const before = folded;
      const settled = settle(before, new Set([id]), verdict);
      folded = settled.doc;
      if (pendingSuggestions(folded).some((left) => left.id === id)) throw new Error(`I2: ${id} is left`);
      checkText(folded);
    }
    same(folded, whole, `I2: ${verdict} one by one (${shuffled.map(({ id }) => id).join(" ")}) is not all at once\nFrom ${doc.toString()}\n${JSON.stringify(doc.toJSON())}`);
  }
}

function same(one: Node, other: Node, what: string): void {
  if (!one.eq(other)) throw new Error(`${what}\n1: ${JSON.stringify(one.toJSON())}\n2: ${JSON.stringify(other.toJSON())}`);
}

/** One person who suggests, on a text in which others suggest already: I1, I2, I3, I4, I5. */
export function oneSuggests(first: readonly Deed[], then: readonly Deed[], order: readonly number[], editorFor: (doc: Node, name: string) => ReturnType<typeof editorOf>): void {
  const one = editorFor(startText(), "maria");
  for (const each of first) edit(one, each, "m");
  const start = one.doc;
  same(settleAll(start, "rejected"), startText(), "I1");
  const other = editorFor(start, "james");
  for (const each of then.filter(({ kind }) => kind !== "undo" && kind !== "redo")) {
    const before = other.doc;
    edit(other, each, "j");
    const reason = suggestionRuling(before, other.doc, "james", noon);
    if (reason) throw new Error(`I1: ${JSON.stringify(each)}: ${reason}`);
    checkText(other.doc);
    same(settleAll(other.doc, "rejected"), startText(), `I1: ${JSON.stringify(each)}`);
  }
  checkFold(other.doc, order);
  while (other.undo());
  same(other.doc, start, "I4");
}

/** Whatever is done by hand to a text in which two people suggest: what the ruling lets pass leaves the whole text as it is without the author's own, though it looks at a part only. */
export function rulingSeesAll(first: readonly Deed[], second: readonly Deed[], then: readonly Deed[], editorFor: (doc: Node, name: string, suggests: boolean) => ReturnType<typeof editorOf>): void {
  const one = editorFor(startText(), "maria", true);
  for (const each of first) edit(one, each, "m");
  const two = editorFor(one.doc, "james", true);
  for (const each of second) edit(two, each, "j");
  const hand = editorFor(two.doc, "hand", false);
  for (const each of then) {
    const before = hand.doc;
    edit(hand, each, "h");
    for (const author of ["maria", "james"]) {
      if (suggestionRuling(before, hand.doc, author, noon) !== null) continue;
      const own = (stamp: Stamp) => stamp.author === author;
      same(settleChosen(hand.doc, own, "rejected").doc, settleChosen(before, own, "rejected").doc, `The ruling for ${author} missed ${JSON.stringify(each)}`);
    }
  }
}

/** Three people at once, one who writes and two who suggest, while suggestions are decided: I1, I2, I3, I5, I6. Nobody honest is refused, and no words of theirs are. */
export function threeAtOnce(turns: readonly Turn[], order: readonly number[]): void {
  const start = startText();
  const server = authority(start);
  const names = ["lead", "maria", "james"] as const;
  const people = names.map((name) => member(name, name !== "lead", start, server));
  const settleDown = () => {
    for (let rounds = 0; rounds < 100; rounds++) {
      for (const each of people) {
        each.send();
        while (each.hear());
      }
      if (people.every((each) => each.saved())) break;
    }
    for (const each of people) while (each.hear());
  };
  for (const { who, does, deed, seed } of turns) {
    const person = people[who] as (typeof people)[number];
    const base = cleanText(server.doc());
    if (does === "edit") edit(person.editor, deed, names[who]?.[0] ?? "x");
    else if (does === "hear") person.hear();
    else if (does === "send") {
      person.send();
      if (who > 0 && JSON.stringify(cleanText(server.doc())) !== JSON.stringify(base)) throw new Error("I1: a suggester changed the text");
    } else if (seed % 4 === 0) server.decide(seed, seed % 3 === 0 ? "rejected" : "accepted");
    checkText(server.doc());
  }
  settleDown();
  for (const each of people) {
    if (!each.saved()) throw new Error("I6: not everything was sent");
    same(each.editor.doc, server.doc(), "I6");
  }
  checkFold(server.doc(), order);
  if (server.refused.length > 0) throw new Error(`Somebody honest was refused: ${server.refused.join(" ")}`);
  if (server.lost.length > 0) throw new Error(`Words are lost: ${server.lost.join(" ")}`);
}

