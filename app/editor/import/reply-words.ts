import { Fragment, type Mark, type Node } from "@tiptap/pm/model";
import type { Transform } from "@tiptap/pm/transform";
import { diffArrays } from "diff";
import { documentSchema } from "../schema/document-schema";
import { newSuggestionId, type Stamp, writeStamp } from "../schema/stamp";
import { type Letter, lettersOf } from "./reply-letters";
import { foreign, type Place, type Reading } from "./reply-reading";

const { insertion, deletion, comment } = documentSchema.marks;
const forms = ["suggestedBold", "suggestedItalic", "suggestedUnderline"];
// Beyond this many differing letters a clause is not the one that was sent out.
const mostDiffering = 3_000;

/** The letters of one clause: what came, what went, what changed its form, what is commented on. */
export function compareWords(reading: Reading, node: Node, place: Place, where: string): void {
  const { isOurs, threadOf, untracked, steady, unplaced, anchored } = reading;
  const ours = lettersOf(place.node, place.at);
  const theirs = lettersOf(node, 0, (row) => foreign(reading, row.attrs.added) !== null);
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
    if (letters.some(({ isEnd, key }) => isEnd || key !== " ") || letters.some(fresh)) insert(reading, letters, before, ours, where, untrackedStamp);
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
function insert({ sent, isOurs, threadOf, moving, unplaced, anchored }: Reading, letters: Letter[], before: Letter | null, ours: Letter[], where: string, untrackedStamp: Stamp): void {
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
