import { Fragment, type Mark, Node } from "@tiptap/pm/model";
import { type Step, Transform } from "@tiptap/pm/transform";
import { diffArrays } from "diff";
import { documentSchema } from "../schema/document-schema";
import { newSuggestionId, readStamp, type Stamp, writeStamp } from "../schema/stamp";
import type { ImportedText } from "./docx";
import { type Letter, lettersOf } from "./reply-letters";

/** Something in the file that has no place in the text, for people to add by hand. */
export type Unplaced = { what: string; where: string };

/** What an answer from Word does to the text that was sent out: its steps with the words of their change, and what found no place. Steps with one number of `change` go together or not at all. */
export type Reply = { changes: { step: Step; change: number; words: string; where: string }[]; unplaced: Unplaced[]; anchored: ReadonlySet<string> };

type Change = { at: number; words: string; where: string; apply: (tr: Transform) => void };

const { insertion, deletion, comment } = documentSchema.marks;
const forms = ["suggestedBold", "suggestedItalic", "suggestedUnderline"];
// Beyond this many differing letters a clause is not the one that was sent out.
const mostDiffering = 3_000;

/**
 * Finds what somebody did in Word to a text that we sent them, and puts it on that text as suggestions: tracked
 * changes under their own names, and what was changed without tracking under `untracked`. Clauses are matched by
 * the ids in their bookmarks, then by their titles; `isOurs` tells suggestions that the text had when it went out;
 * `threadOf` the thread for a comment of the file, null for one that the text has already.
 */
export function replyOnto(sent: Node, reply: ImportedText, isOurs: (stamp: Stamp) => boolean, threadOf: (key: string) => string | null, untracked: { author: string; at: string }): Reply {
  const answer = Node.fromJSON(documentSchema, reply.content);
  const steady: Change[] = [];
  const moving: Change[] = [];
  const unplaced: Unplaced[] = [];
  const anchored = new Set<string>();
  const foreign = (held: unknown) => {
    const stamp = readStamp(held);
    return stamp && !isOurs(stamp) ? stamp : null;
  };
  const places = clausesIn(sent);
  const matched = new Map<string, string>();
  const answered = clausesIn(answer);
  for (const [id, { node }] of answered) {
    if (places.has(id)) matched.set(id, id);
    else if (!foreign(node.attrs.added)) {
      const [same, more] = [...places].filter(([other, place]) => !answered.has(other) && place.title === titleOf(node) && titleOf(node) !== "").map(([other]) => other);
      if (same && !more) matched.set(id, same);
      else unplaced.push({ what: `A clause that this text does not have: ${node.textContent.slice(0, 300)}`, where: titleOf(node) || "a clause without a title" });
    }
  }
  for (const [id, { title }] of places) if (![...matched.values()].includes(id)) unplaced.push({ what: "This clause is not in the file. It was left as it is.", where: title || "a clause without a title" });

  for (const [id, { node }] of answered) {
    const place = places.get(matched.get(id) ?? "");
    if (!place) continue;
    const where = place.title || "a clause without a title";
    const removed = foreign(node.attrs.removed);
    if (removed && !place.node.attrs.removed) {
      steady.push({ at: place.at, where, words: "removes the clause", apply: (tr) => tr.setNodeAttribute(place.at, "removed", writeStamp(removed)) });
      continue;
    }
    compare(node, place, where);
    compareTables(node, place, where);
  }
  placeNewClauses();
  return gather();

  function compare(node: Node, place: Place, where: string): void {
    const ours = lettersOf(place.node, place.at);
    const theirs = lettersOf(node, 0, (row) => foreign(row.attrs.added) !== null);
    const fresh = (letter: Letter) => letter.inserted !== null && !isOurs(letter.inserted);
    const base = theirs.filter((letter) => !fresh(letter));
    const parts = diffArrays(ours.map(({ key }) => key), base.map(({ key }) => key), { maxEditLength: mostDiffering });
    if (!parts) {
      unplaced.push({ what: `The clause is too different from the one that was sent out: ${node.textContent.slice(0, 300)}`, where });
      return;
    }
    const pairOf = new Map<Letter, Letter>();
    const lost: Letter[] = [];
    let [mine, other] = [0, 0];
    for (const { count, added, removed } of parts) {
      for (let each = 0; each < count; each++) {
        const [our, their] = [ours[mine], base[other]];
        if (added) other++;
        else if (removed) {
          if (our) lost.push(our);
          mine++;
        } else {
          if (our && their) pairOf.set(their, our);
          mine++;
          other++;
        }
      }
    }
    const mark = (our: Letter, made: Mark, words: string) => steady.push({ at: our.at, where, words, apply: (tr) => tr.addMark(our.at, our.at + our.node.nodeSize, made) });
    const untrackedStamp = { id: newSuggestionId(), ...untracked };
    for (const our of lost) {
      if (our.isEnd || our.key === " " || our.deleted || !deletion) continue;
      mark(our, deletion.create(untrackedStamp), "removes words");
    }
    // What stands behind the same letter of the text goes in together, in its order.
    let before: Letter | null = null;
    let run: Letter[] = [];
    const flush = () => {
      const letters = run.filter((letter, each) => fresh(letter) || letter.key !== " " || (each > 0 && each < run.length - 1));
      if (letters.some(({ isEnd, key }) => isEnd || key !== " ") || letters.some(fresh)) insert(letters, before, ours, where, untrackedStamp);
      run = [];
    };
    for (const their of theirs) {
      const our = pairOf.get(their);
      if (!our) {
        if (their.key !== "end of title") run.push(their);
        continue;
      }
      flush();
      before = our;
      if (their.deleted && !isOurs(their.deleted) && !our.deleted) {
        const stamp = their.deleted;
        if (!our.isEnd && deletion) mark(our, deletion.create(stamp), "removes words");
        else if (our.key === "end") steady.push({ at: our.blockAt, where, words: "joins paragraphs", apply: (tr) => tr.setNodeAttribute(our.blockAt, "endDeleted", writeStamp(stamp)) });
      }
      if (our.isEnd) continue;
      for (const made of their.node.marks) {
        if (forms.includes(made.type.name) && !isOurs(made.attrs as Stamp) && !made.type.isInSet(our.node.marks)) mark(our, made, "changes the form of words");
        const thread = made.type === comment ? threadOf(String(made.attrs.thread)) : null;
        if (thread && comment) {
          anchored.add(thread);
          mark(our, comment.create({ thread }), "comments on words");
        }
      }
    }
    flush();
  }

  /** Puts new letters and paragraphs behind a letter of the text. */
  function insert(letters: Letter[], before: Letter | null, ours: Letter[], where: string, untrackedStamp: Stamp): void {
    const next = ours[before ? ours.indexOf(before) + 1 : 0];
    const stampOf = (letter: Letter) => (letter.inserted && !isOurs(letter.inserted) ? letter.inserted : untrackedStamp);
    const lines: { letters: Letter[]; end: Stamp | null }[] = [{ letters: [], end: null }];
    for (const letter of letters) {
      const line = lines.at(-1);
      if (!letter.isEnd) line?.letters.push(letter);
      else {
        if (line) line.end = stampOf(letter);
        lines.push({ letters: [], end: null });
      }
    }
    const inTitle = (block: Node | undefined) => block?.type.name === "clauseTitle";
    const made = (line: Letter[], title: boolean) => Fragment.fromArray(line.flatMap((letter) => {
      if (title && !letter.node.isText) return [];
      const kept = letter.node.marks.flatMap((mark) => {
        if (mark.type === comment) {
          const thread = threadOf(String(mark.attrs.thread));
          if (thread) anchored.add(thread);
          return thread && comment ? [comment.create({ thread })] : [];
        }
        return mark.type === insertion || forms.includes(mark.type.name) || (title && mark.type !== deletion) ? [] : [mark];
      });
      const put = insertion?.create(stampOf(letter));
      return [letter.node.mark(kept.reduce<readonly Mark[]>((set, mark) => mark.addToSet(set), put ? [put] : []))];
    }));
    const words = `puts in “${letters.map(({ isEnd, node }) => (isEnd ? " " : (node.text ?? ""))).join("").trim().slice(0, 200)}”`;
    const add = (at: number, apply: (tr: Transform) => void) => moving.push({ at, where, words, apply });
    const paragraph = (line: { letters: Letter[]; end: Stamp | null }) => documentSchema.node("paragraph", line.end ? { endInserted: writeStamp(line.end) } : null, made(line.letters, false));
    const [first] = lines;
    if (!first) return;
    if (lines.length === 1) {
      const isBetween = !before || before.isEnd;
      const spot = isBetween ? next : before;
      if (!spot) return void unplaced.push({ what: words, where });
      const at = isBetween ? spot.at : spot.at + spot.node.nodeSize;
      return void add(at, (tr) => tr.insert(at, made(first.letters, inTitle(spot.block))));
    }
    const last = lines.at(-1) ?? first;
    if (!before || before.isEnd || inTitle(before.block)) {
      const whole = lines.slice(0, -1);
      if (last.letters.length && next) add(next.at, (tr) => tr.insert(next.at, made(last.letters, inTitle(next.block))));
      else if (last.letters.length) whole.push({ letters: last.letters, end: whole.at(-1)?.end ?? null });
      const block = before ?? ours[0];
      if (!block) return void unplaced.push({ what: words, where });
      const behind = block.blockAt + block.block.nodeSize;
      const isEntry = sent.resolve(block.blockAt).parent.type.name === "listItem";
      const nodes = whole.map((line) => (isEntry ? documentSchema.node("listItem", null, paragraph(line)) : paragraph(line)));
      const at = isEntry ? behind + (sent.resolve(block.blockAt).end() - behind) + 1 : behind;
      return void add(at, (tr) => tr.insert(at, nodes));
    }
    const at = before.at + before.node.nodeSize;
    const depth = sent.resolve(before.blockAt).parent.type.name === "listItem" && sent.resolve(before.blockAt).index() === 0 ? 2 : 1;
    add(at, (tr) => {
      tr.split(at, depth);
      tr.insert(at + 2 * depth, made(last.letters, false));
      const between = lines.slice(1, -1).map((line) => (depth === 2 ? documentSchema.node("listItem", null, paragraph(line)) : paragraph(line)));
      tr.insert(at + depth, between);
      tr.insert(at, made(first.letters, false));
      tr.setNodeAttribute(before.blockAt, "endInserted", writeStamp(first.end ?? untrackedStamp));
      tr.setNodeAttribute(before.blockAt, "endDeleted", null);
    });
  }

  /** Rows that come or go: a table is found by its place among the tables of its clause. */
  function compareTables(node: Node, place: Place, where: string): void {
    const [ours, theirs] = [tablesOf(place.node, place.at), tablesOf(node, 0)];
    theirs.forEach(({ table }, which) => {
      const our = ours[which];
      let row = 0;
      let behind = our ? our.at + 1 : 0;
      table.forEach((each) => {
        const added = foreign(each.attrs.added);
        const removed = foreign(each.attrs.removed);
        if (added) {
          const at = behind;
          const words = `puts in a row “${each.textContent.slice(0, 200)}”`;
          if (our) moving.push({ at, where, words, apply: (tr) => tr.insert(at, settledNode(each, added, threadOf, anchored)) });
          else unplaced.push({ what: words, where });
          return;
        }
        const mine = our && row < our.table.childCount ? our.table.child(row) : null;
        if (mine) {
          const at = behind;
          if (removed && !mine.attrs.removed) steady.push({ at, where, words: "removes a row", apply: (tr) => tr.setNodeAttribute(at, "removed", writeStamp(removed)) });
          behind += mine.nodeSize;
        } else if (removed) unplaced.push({ what: `removes a row “${each.textContent.slice(0, 200)}”`, where });
        row++;
      });
    });
  }

  function placeNewClauses(): void {
    const visit = (parent: Node, parentId: string | null): void => {
      let before: string | null = null;
      parent.forEach((child) => {
        if (child.type.name === "clauseMove") {
          if (foreign(child.attrs.added)) unplaced.push({ what: "A clause was moved in Word. Move it here by hand.", where: places.get(String(child.attrs.clause))?.title ?? "" });
          return;
        }
        if (child.type.name !== "clause") return;
        const id = String(child.attrs.id);
        const added = foreign(child.attrs.added);
        if (!added || matched.has(id)) {
          before = matched.get(id) ?? before;
          return visit(child, matched.get(id) ?? null);
        }
        const after = before ? places.get(before) : undefined;
        const within = parentId ? places.get(parentId) : undefined;
        const at = after ? after.at + after.node.nodeSize : within ? beginOfClauses(within) : parent.type.name === "doc" ? 0 : null;
        const where = child.firstChild?.textContent ?? "";
        const words = `puts in the clause “${where}”`;
        if (at === null) unplaced.push({ what: `${words}: ${child.textContent.slice(0, 300)}`, where });
        else moving.push({ at, where, words, apply: (tr) => tr.insert(at, settledNode(child, added, threadOf, anchored)) });
      });
    };
    visit(answer, null);
  }

  /** Changes that keep every place come first, the others from the end to the beginning. */
  function gather(): Reply {
    let doc = sent;
    const changes: Reply["changes"] = [];
    let change = 0;
    const inOrder = moving.map((change, order) => ({ ...change, order })).sort((one, other) => other.at - one.at || other.order - one.order);
    for (const { apply, words, where } of [...steady, ...inOrder]) {
      const tr = new Transform(doc);
      try {
        apply(tr);
        tr.doc.check();
      } catch {
        unplaced.push({ what: words, where });
        continue;
      }
      doc = tr.doc;
      change += 1;
      for (const step of tr.steps) changes.push({ step, change, words, where });
    }
    return { changes, unplaced, anchored };
  }
}

type Place = { node: Node; at: number; title: string };

function clausesIn(doc: Node): Map<string, Place> {
  const found = new Map<string, Place>();
  doc.descendants((node, at) => {
    if (node.type.name === "clause") found.set(String(node.attrs.id), { node, at, title: titleOf(node) });
    return node.type.name === "clause";
  });
  return found;
}

function titleOf(clause: Node): string {
  return clause.firstChild?.textContent ?? "";
}

function beginOfClauses({ node, at }: Place): number {
  let place = at + 1;
  for (let each = 0; each < node.childCount && !["clause", "clauseMove"].includes(node.child(each).type.name); each++) place += node.child(each).nodeSize;
  return place;
}

function tablesOf(clause: Node, clauseAt: number): { table: Node; at: number }[] {
  const tables: { table: Node; at: number }[] = [];
  clause.forEach((child, offset) => {
    if (child.type.name === "table") tables.push({ table: child, at: clauseAt + 1 + offset });
  });
  return tables;
}

/** A row or clause of the file with the text's own thread ids on its letters. */
function settledNode(node: Node, stamp: Stamp, threadOf: (key: string) => string | null, anchored: Set<string>): Node {
  const renamed = (each: Node): Node => {
    const marks = each.marks.flatMap((mark) => {
      if (mark.type !== comment || !comment) return [mark];
      const thread = threadOf(String(mark.attrs.thread));
      if (thread) anchored.add(thread);
      return thread ? [comment.create({ thread })] : [];
    });
    if (each.isText) return each.mark(marks);
    const children: Node[] = [];
    each.forEach((child) => children.push(renamed(child)));
    return each.type.create(each.attrs, Fragment.fromArray(children), marks);
  };
  const own = renamed(node);
  return own.type.create({ ...own.attrs, added: writeStamp(stamp) }, own.content, own.marks);
}
