import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "./canonical";
import { clausesOf } from "./numbering";
import { rebase, resolve } from "./rebase";
import type { DocumentNode } from "./schema/document-node";
import { readDocument } from "./schema/read-document";

type Tree = { id: string; words: string; below: Tree[] };

const paragraph = (words: string): DocumentNode => ({ type: "paragraph", ...(words ? { content: [{ type: "text", text: words }] } : {}) });
const clause = ({ id, words, below }: Tree): DocumentNode => ({
  type: "clause",
  attrs: { id },
  content: [{ type: "clauseTitle", content: [{ type: "text", text: `Title ${id}` }] }, paragraph(words), ...below.map(clause)],
});
const docOf = (trees: Tree[]): DocumentNode => ({ type: "doc", content: trees.map(clause) });
const tree = (id: string, words = `Words of ${id}`, ...below: Tree[]): Tree => ({ id, words, below });
const outline = (doc: DocumentNode | null) => doc && clausesOf(doc).map(({ number, id, text }) => `${number} ${id}: ${text}`);

const three = [tree("a", "A"), tree("b", "B", tree("c", "C")), tree("d", "D")];
const base = docOf(three);

describe("bringing a proposal up to date", () => {
  it("takes what only one side changed: words, new clauses, deletions and moves", () => {
    const mine = docOf([tree("a", "A mine"), tree("b", "B"), tree("d", "D", tree("c", "C"))]);
    const theirs = docOf([tree("n", "New"), tree("a", "A"), tree("b", "B theirs", tree("c", "C"))]);
    const moves = rebase({ base, mine: docOf([tree("d", "D"), tree("a", "A mine"), tree("b", "B", tree("c", "C"))]), theirs });
    expect(outline(moves.merged)).toEqual(["1 n: New", "2 a: A mine", "3 b: B theirs", "3.1 c: C"]);
    expect(rebase({ base, mine, theirs }).conflicts.map(({ clauseId, about }) => [clauseId, about])).toEqual([["d", ["existence"]]]);
  });

  it("asks when both changed a clause, and does what the person chose", () => {
    const sides = { base, mine: docOf([tree("a", "A mine"), ...three.slice(1)]), theirs: docOf([tree("a", "A theirs"), ...three.slice(1)]) };
    const { merged, conflicts } = rebase(sides);
    expect(merged).toBeNull();
    expect(conflicts).toMatchObject([{ clauseId: "a", about: ["text"], title: "Title a" }]);
    expect(conflicts[0]?.theirs?.[1]).toEqual(paragraph("A theirs"));
    const chosen = (choice: "mine" | "theirs" | { content: DocumentNode[] }) => {
      const resolved = resolve(sides, { a: choice });
      return resolved.ok ? outline(resolved.doc)?.[0] : resolved.reason;
    };
    expect(chosen("mine")).toBe("1 a: A mine");
    expect(chosen("theirs")).toBe("1 a: A theirs");
    expect(chosen({ content: [{ type: "clauseTitle" }, paragraph("A both")] })).toBe("1 a: A both");
    expect(chosen({ content: [paragraph("no title")] })).toMatch(/not well formed/);
    expect(resolve(sides, {})).toMatchObject({ ok: false, waiting: ["a"] });
  });

  it("asks when one deleted what the other edited", () => {
    const sides = { base, mine: docOf([three[0]!, three[2]!]), theirs: docOf([three[0]!, tree("b", "B theirs", tree("c", "C")), three[2]!]) };
    expect(rebase(sides).conflicts).toMatchObject([{ clauseId: "b", about: ["existence"], mine: null }]);
    const kept = resolve(sides, { b: "theirs" });
    expect(kept.ok && outline(kept.doc)).toEqual(["1 a: A", "2 b: B theirs", "2.1 c: C", "3 d: D"]);
    const gone = resolve(sides, { b: "mine" });
    expect(gone.ok && outline(gone.doc)).toEqual(["1 a: A", "2 d: D"]);
  });

  it("asks when one deleted a clause below which the other wrote a new one", () => {
    const sides = { base, mine: docOf([three[1]!, three[2]!]), theirs: docOf([tree("a", "A", tree("n", "New")), three[1]!, three[2]!]) };
    expect(rebase(sides).conflicts).toMatchObject([{ clauseId: "a", about: ["existence"], mine: null }]);
    const kept = resolve(sides, { a: "theirs" });
    expect(kept.ok && outline(kept.doc)?.slice(0, 2)).toEqual(["1 a: A", "1.1 n: New"]);
    const gone = resolve(sides, { a: "mine" });
    expect(gone.ok && outline(gone.doc)).toEqual(["1 b: B", "1.1 c: C", "2 d: D"]);
  });

  it("asks when both put a clause in different places, each into the other, or together too deep", () => {
    const mine = docOf([tree("b", "B", tree("c", "C"), tree("a", "A")), tree("d", "D")]);
    const theirs = docOf([tree("b", "B", tree("c", "C")), tree("d", "D", tree("a", "A"))]);
    expect(rebase({ base, mine, theirs }).conflicts).toMatchObject([{ clauseId: "a", about: ["place"] }]);
    const into = docOf([tree("a", "A", tree("b", "B", tree("c", "C"))), tree("d", "D")]);
    const circle = rebase({ base, mine, theirs: into });
    expect(circle.conflicts.map(({ clauseId }) => clauseId).sort()).toEqual(["a", "b"]);
    expect(resolve({ base, mine, theirs: into }, { a: "theirs", b: "theirs" })).toMatchObject({ ok: true });
    const deep = docOf([tree("a", "A", tree("x", "X", tree("y", "Y"))), ...three.slice(1)]);
    const under = docOf([tree("b", "B", tree("c", "C", tree("a", "A"))), tree("d", "D")]);
    const tooDeep = rebase({ base, mine: deep, theirs: under });
    expect(tooDeep.conflicts).toMatchObject([{ clauseId: "a", about: ["place"] }]);
    const back = resolve({ base, mine: deep, theirs: under }, { a: "mine" });
    expect(back.ok && outline(back.doc)?.[0]).toBe("1 a: A");
  });

  it("asks when both sides set the clauses in another order", () => {
    const sides = { base, mine: docOf([three[1]!, three[0]!, three[2]!]), theirs: docOf([three[2]!, three[0]!, three[1]!]) };
    const [conflict] = rebase(sides).conflicts;
    expect(conflict?.about).toEqual(["place"]);
    const resolved = resolve(sides, { [conflict?.clauseId ?? ""]: "theirs" });
    expect(resolved.ok && canonicalJson(resolved.doc)).toBe(canonicalJson(normal(sides.theirs)));
  });

  it("asks when together the two sides left nothing", () => {
    const two = docOf([tree("a"), tree("b")]);
    const { merged, conflicts } = rebase({ base: two, mine: docOf([tree("a")]), theirs: docOf([tree("b")]) });
    expect(merged).toBeNull();
    expect(conflicts.map(({ clauseId }) => clauseId).sort()).toEqual(["a", "b"]);
    expect(resolve({ base: two, mine: docOf([tree("a")]), theirs: docOf([tree("b")]) }, { a: "theirs", b: "mine" })).toMatchObject({ ok: false });
  });
});

const normal = (doc: DocumentNode): DocumentNode => {
  const read = readDocument(doc);
  if (!read.ok) throw new Error(read.reason);
  return read.doc.toJSON();
};

type Edit = { kind: number; at: number; to: number };
const edits = fc.array(fc.record({ kind: fc.nat(4), at: fc.nat(20), to: fc.nat(20) }), { maxLength: 5 });
const bases = fc.array(fc.nat(20), { minLength: 1, maxLength: 10 }).map((places) => grow(places));

function grow(places: number[]): Tree[] {
  const roots: Tree[] = [];
  const all: { tree: Tree; depth: number }[] = [];
  places.forEach((place, at) => {
    const made = tree(`c${at}`, `Words ${at}`);
    const under = all[place % (all.length + 1)];
    if (under && under.depth < 4) under.tree.below.push(made);
    else roots.push(made);
    all.push({ tree: made, depth: under && under.depth < 4 ? under.depth + 1 : 1 });
  });
  return roots;
}

/** Applies edits (reword, delete, add, move, swap) and keeps the text a document. */
function edited(trees: Tree[], changes: Edit[], side: string, only: (id: string) => boolean = () => true): Tree[] {
  let now: Tree[] = structuredClone(trees);
  changes.forEach(({ kind, at, to }, turn) => {
    const next: Tree[] = structuredClone(now);
    const places: { list: Tree[]; at: number }[] = [];
    const visit = (list: Tree[]) => list.forEach((one, place) => { if (only(one.id)) places.push({ list, at: place }); visit(one.below); });
    visit(next);
    const place = places[at % Math.max(1, places.length)];
    const one = place?.list[place.at];
    if (!place || !one) return;
    const target = places[to % places.length];
    if (kind === 0) one.words = `${side} ${turn}`;
    if (kind === 1) place.list.splice(place.at, 1);
    if (kind === 2) place.list.splice(place.at + 1, 0, tree(`${side}${turn}`));
    if (kind === 3) { place.list.splice(place.at, 1); (to % 2 ? next : (target?.list[target.at]?.below ?? next)).push(one); }
    if (kind === 4) { place.list.splice(place.at, 1); place.list.splice(to % (place.list.length + 1), 0, one); }
    if (readDocument(docOf(next)).ok && clausesOf(docOf(next)).length >= clausesOf(docOf(now)).length - (kind === 1 ? 99 : 0)) now = next;
  });
  return now;
}

describe("for any texts", () => {
  it("a side without changes gives the other side", () => {
    fc.assert(
      fc.property(bases, edits, (trees, changes) => {
        const start = docOf(trees);
        const other = docOf(edited(trees, changes, "t"));
        expect(rebase({ base: start, mine: start, theirs: other }).merged).toEqual(other);
        expect(rebase({ base: start, mine: other, theirs: start }).merged).toEqual(other);
        expect(rebase({ base: start, mine: other, theirs: other }).merged).toEqual(other);
      }),
      { numRuns: 1500 },
    );
  });

  it("rewording different clauses merges, with both changes in the text", () => {
    fc.assert(
      fc.property(bases, edits, edits, (trees, left, right) => {
        const reword = (changes: Edit[]) => changes.map((edit) => ({ ...edit, kind: 0 }));
        const isEven = (id: string) => Number(id.slice(1)) % 2 === 0;
        const mine = edited(trees, reword(left), "m", isEven);
        const theirs = edited(trees, reword(right), "t", (id) => !isEven(id));
        const { merged } = rebase({ base: docOf(trees), mine: docOf(mine), theirs: docOf(theirs) });
        const wordsOf = (doc: DocumentNode) => new Map(clausesOf(doc).map(({ id, text }) => [id, text]));
        const [ours, other] = [wordsOf(docOf(mine)), wordsOf(docOf(theirs))];
        expect(merged && [...wordsOf(merged)]).toEqual([...ours].map(([id, text]) => [id, isEven(id) ? text : other.get(id)]));
      }),
      { numRuns: 500 },
    );
  });

  it("what comes out passes the schema, no clause is there twice, and every conflict can be decided", () => {
    fc.assert(
      fc.property(bases, edits, edits, fc.boolean(), (trees, left, right, mineWins) => {
        const sides = { base: docOf(trees), mine: docOf(edited(trees, left, "m")), theirs: docOf(edited(trees, right, "t")) };
        const { merged, conflicts } = rebase(sides);
        if (merged) expect(readDocument(merged)).toMatchObject({ ok: true });
        else expect(conflicts.length).toBeGreaterThan(0);
        const side = mineWins ? "mine" : "theirs";
        const everything = Object.fromEntries(["base", "mine", "theirs"].flatMap((name) => clausesOf(sides[name as "base"]).map(({ id }) => [id, side] as const)));
        const resolved = resolve(sides, everything);
        expect(resolved).toMatchObject({ ok: true });
        if (merged && resolved.ok) expect(resolved.doc).toEqual(normal(merged));
      }),
      { numRuns: 2000 },
    );
  });
});
