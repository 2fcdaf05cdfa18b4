import fc from "fast-check";
import { Fragment, Node, Slice } from "@tiptap/pm/model";
import { EditorState, TextSelection } from "@tiptap/pm/state";
import { AddMarkStep, RemoveMarkStep, ReplaceStep, Step, Transform } from "@tiptap/pm/transform";
import { expect, test } from "vitest";
import { authoredPlaces } from "./authored-places";
import { authorship, runsIn, type AuthoredStep } from "./authorship";
import { authorshipShares } from "./authorship-shares";
import { moveClause } from "./schema/clause-commands";
import { documentSchema } from "./schema/document-schema";
import { wholeReplacement } from "./working-text";

const words = (text: string) => (text ? [{ type: "text", text }] : []);
const clause = (id: string, title: string, ...paragraphs: string[]) => ({ type: "clause", attrs: { id }, content: [{ type: "clauseTitle", content: words(title) }, ...paragraphs.map((text) => ({ type: "paragraph", content: words(text) }))] });
const policy = (...clauses: unknown[]) => ({ type: "doc", content: clauses });
const start = policy(clause("purpose", "Purpose", "Officers respond with care."), clause("transport", "Transport", "Officers transport the person to the nearest center."));
const at = new Date("2026-11-20T10:00:00Z");

function log(from: unknown) {
  let doc = Node.fromJSON(documentSchema, from);
  const steps: AuthoredStep[] = [];
  const write = (authorId: string, made: Step) => {
    const step = Step.fromJSON(documentSchema, made.toJSON());
    const applied = step.apply(doc);
    if (!applied.doc) throw new Error(applied.failed ?? "");
    doc = applied.doc;
    steps.push({ version: steps.length + 1, step: step.toJSON(), authorId, at });
  };
  const place = (text: string) => {
    let found = -1;
    doc.descendants((node, pos) => {
      if (node.isText && node.text?.includes(text)) found = pos + node.text.indexOf(text);
    });
    return found;
  };
  const transform = (authorId: string, change: (target: Transform) => void) => {
    const target = new Transform(doc);
    change(target);
    for (const step of target.steps) write(authorId, step);
  };
  return { steps, write, place, transform, doc: () => doc, authors: () => authorsOf(from, steps) };
}

/** Each letter run as "author:letters", the start as "-". */
function authorsOf(from: unknown, steps: AuthoredStep[]): string {
  const authored = authorship(from, steps);
  return runsIn(authored, authored.doc, 0).map(({ authorId, text }) => `${authorId ?? "-"}:${text}`).join("|");
}

test("a letter belongs to who typed it, and what nobody touched to the start", () => {
  const draft = log(start);
  draft.transform("advocate", (target) => target.insert(draft.place("with care"), documentSchema.text("calmly and ")));
  draft.transform("chief", (target) => target.delete(draft.place("calmly and "), draft.place("calmly and ") + 6));
  expect(draft.authors()).toContain("-:PurposeOfficers respond |advocate: and |-:with care.");
});

test("an accepted suggestion belongs to who suggested it, not to who accepted it", () => {
  const draft = log(start);
  const insertion = documentSchema.mark("insertion", { id: "s1", author: "advocate", at: "2026-11-20T10:00:00Z" });
  const before = draft.place("with care");
  draft.transform("advocate", (target) => target.insert(before, documentSchema.text("promptly ", [insertion])));
  expect(draft.authors()).not.toContain("promptly");
  draft.write("cit", new RemoveMarkStep(before, before + 9, insertion));
  expect(draft.authors()).toContain("advocate:promptly |-:with care");
  const deletion = documentSchema.mark("deletion", { id: "s2", author: "peer", at: "2026-11-20T10:00:00Z" });
  draft.write("peer", new AddMarkStep(before, before + 9, deletion));
  expect(draft.authors()).toContain("advocate:promptly |-:with care");
});

test("a clause that is moved keeps its authors", () => {
  const draft = log(start);
  draft.transform("advocate", (target) => target.insert(draft.place("nearest"), documentSchema.text("safe and ")));
  const state = EditorState.create({ doc: draft.doc() });
  const there = state.apply(state.tr.setSelection(TextSelection.create(state.doc, draft.place("safe and"))));
  let moved = false;
  moveClause(-1)(there, (transaction) => {
    moved = true;
    for (const step of transaction.steps) draft.write("coordinator", step);
  });
  expect(moved).toBe(true);
  expect(draft.authors()).toBe("-:TransportOfficers transport the person to the |advocate:safe and |-:nearest center.PurposeOfficers respond with care.");
});

test("going back to an earlier text keeps who wrote it: only what is new is whoever went back", () => {
  const draft = log(start);
  draft.transform("advocate", (target) => target.insert(draft.place("with care"), documentSchema.text("calmly and ")));
  const kept = draft.doc().toJSON();
  draft.transform("officer", (target) => target.delete(0, draft.doc().firstChild?.nodeSize ?? 0));
  draft.transform("officer", (target) => target.insert(draft.place("nearest"), documentSchema.text("very ")));
  const back = wholeReplacement(draft.doc(), kept);
  draft.write("coordinator", ReplaceStep.fromJSON(documentSchema, back?.step));
  expect(draft.authors()).toBe("-:PurposeOfficers respond |advocate:calmly and |-:with care.TransportOfficers transport the person to the nearest center.");
});

test("a passage that is cut and put elsewhere keeps its author; a short word does not", () => {
  const draft = log(start);
  const sentence = "the person to the nearest center";
  const cut = (text: string) => {
    const from = draft.place(text);
    const slice = draft.doc().slice(from, from + text.length);
    draft.transform("officer", (target) => target.delete(from, from + text.length));
    return slice;
  };
  const passage = cut(sentence);
  draft.transform("officer", (target) => target.replace(draft.place("with care"), draft.place("with care"), passage));
  expect(draft.authors()).toContain(`-:PurposeOfficers respond ${sentence}with care`);
  const word = cut("care");
  draft.transform("officer", (target) => target.replace(draft.place("respond"), draft.place("respond"), word));
  expect(draft.authors()).toContain("officer:care|-:respond");
});

test("fifty pages and ten thousand steps are read, and every letter is counted once", { timeout: 30_000 }, () => {
  const page = (number: number) => clause(`c${number}`, `Part ${number}`, ...Array.from({ length: 6 }, (_, line) => `In case ${line}, officers stay with the person and speak calmly until a clinician has come. `.repeat(5)));
  const large = policy(...Array.from({ length: 50 }, (_, number) => page(number)));
  const draft = log(large);
  for (let step = 0; step < 10_000; step++) {
    const place = 30 + ((step * 7_919) % (draft.doc().content.size - 60));
    const inText = draft.doc().resolve(place).parent.isTextblock;
    if (inText && step % 7 === 0 && draft.doc().resolve(place + 3).sameParent(draft.doc().resolve(place))) draft.write("chief", new ReplaceStep(place, place + 3, Slice.empty));
    else if (inText) draft.write(step % 2 ? "advocate" : "clinician", new ReplaceStep(place, place, new Slice(Fragment.from(documentSchema.text("ab")), 0, 0)));
  }
  const shares = authorshipShares(authorship(large, draft.steps), (person) => person);
  expect(shares.total).toBe(draft.doc().textContent.length);
});

test("every letter has one author, and the shares of all clauses together are all letters", () => {
  const people = ["advocate", "chief", "clinician"];
  const deed = fc.record({ by: fc.constantFrom(...people), from: fc.nat(400), length: fc.nat(30), text: fc.string({ maxLength: 25 }), copy: fc.boolean() });
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 30 }), (deeds) => {
      const draft = log(start);
      for (const { by, from, length, text, copy } of deeds) {
        const doc = draft.doc();
        const begin = Math.min(from, doc.content.size);
        const end = Math.min(doc.content.size, begin + length);
        try {
          draft.transform(by, (target) => (copy ? target.replaceRange(begin, begin, doc.slice(begin, end)) : target.replaceRange(begin, end, text ? new Slice(Fragment.from(documentSchema.text(text)), 0, 0) : Slice.empty)));
        } catch {
          // What does not fit is not written.
        }
      }
      const authored = authorship(start, draft.steps);
      const { letters, total } = authorshipShares(authored, (person) => person);
      expect(authored.versions.length).toBe(draft.doc().content.size);
      expect(total).toBe(draft.doc().textContent.length);
      expect([...letters.values()].reduce((sum, count) => sum + count, 0)).toBe(total);
      expect([...letters.keys()].every((org) => org === "" || people.includes(org))).toBe(true);
      expect(runsIn(authored, authored.doc, 0).map(({ text }) => text).join("")).toBe(draft.doc().textContent);
    }),
    { numRuns: 150 },
  );
});

test("the places in the working text tell whose each stretch is and who wrote last in its sentence, without what is only suggested", () => {
  const draft = log(start);
  draft.transform("chief", (target) => target.insert(draft.place("nearest"), documentSchema.text("safe and ")));
  const insertion = documentSchema.mark("insertion", { id: "s1", author: "advocate", at: "2026-11-20T10:00:00Z" });
  draft.transform("advocate", (target) => target.insert(draft.place("Officers respond"), documentSchema.text("Calm ", [insertion])));
  const authored = authorship(start, draft.steps);
  const places = authoredPlaces(2, authored, { orgOf: (author) => `${author}'s`, nameOf: (author) => author });
  const told = places.stretches.map(([from, to, org, last]) => `${draft.doc().textBetween(from, to)} [${places.organizations[org] ?? "start"}; ${places.writers[last]?.name ?? "nobody"}]`);
  expect(places.version).toBe(2);
  expect(told).toEqual([
    "Purpose [start; nobody]",
    "Officers respond with care. [start; nobody]",
    "Transport [start; nobody]",
    "Officers transport the person to the  [start; chief]",
    "safe and  [chief's; chief]",
    "nearest center. [start; chief]",
  ]);
});
