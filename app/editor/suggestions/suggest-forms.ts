import type { Mark, Node } from "@tiptap/pm/model";
import type { Transform } from "@tiptap/pm/transform";
import type { Stamp } from "../schema/stamp";
import { formOf, markStamp, stampOf } from "./suggestion-parts";

type Wish = { from: number; to: number; letter: Node; suggested: string; form: string; to_: string; is: string };

/**
 * Suggests the forms that letters have in the text as it was meant. One's own letters simply take the form; one's own suggestion of
 * the same form is taken back when all that is marked has it already; another's stays and blocks. Returns how many were blocked.
 */
export function suggestForms(target: Transform, pieces: readonly { from: number; meant: Node; letter: Node; length: number }[], stamp: Stamp): number {
  const wishes = pieces.flatMap(({ from, meant, letter, length }) => wishesOf(from, from + length, letter, meant));
  let blocked = 0;
  const ours = wishes.filter(({ letter, suggested }) => markStamp(letter, "insertion")?.author !== stamp.author && isOwn(letter, suggested, stamp));
  const others = wishes.filter((wish) => !ours.includes(wish) && markStamp(wish.letter, "insertion")?.author !== stamp.author);
  const takesBack = others.length === 0 && ours.every((wish) => wish.form !== "link" && suggestedNow(wish) === wish.to_);
  for (const wish of wishes) {
    const { from, to, letter, suggested, form, to_ } = wish;
    const now = letter.marks.find(({ type }) => type.name === suggested);
    if (markStamp(letter, "insertion")?.author === stamp.author) realForm(target, from, to, form, to_);
    else if (now && stampOf(now).author !== stamp.author) blocked++;
    else if (now && takesBack) target.removeMark(from, to, now);
    else if (now && suggestedNow(wish) === to_) continue;
    else if (wish.is === to_) now && target.removeMark(from, to, now);
    else target.addMark(from, to, suggestedMark(target.doc, suggested, to_, now ? stampOf(now) : stamp));
  }
  return blocked;
}

function wishesOf(from: number, to: number, letter: Node, meant: Node): Wish[] {
  return Object.entries(formOf).flatMap(([suggested, form]) => {
    const [is, wanted] = [valueOf(letter, form), valueOf(meant, form)];
    return is === wanted ? [] : [{ from, to, letter, suggested, form, to_: wanted, is }];
  });
}

function valueOf(letter: Node, form: string): string {
  const mark = letter.marks.find(({ type }) => type.name === form);
  return mark ? (form === "link" ? String(mark.attrs.href) : "on") : "";
}

function isOwn(letter: Node, suggested: string, stamp: Stamp): boolean {
  const now = letter.marks.find(({ type }) => type.name === suggested);
  return now !== undefined && stampOf(now).author === stamp.author;
}

function suggestedNow({ letter, suggested, form }: Wish): string {
  const now = letter.marks.find(({ type }) => type.name === suggested);
  return form === "link" ? String(now?.attrs.href ?? "") : now?.attrs.on ? "on" : "";
}

function suggestedMark(doc: Node, suggested: string, to: string, { id, author, at }: Stamp): Mark {
  return doc.type.schema.mark(suggested, { id, author, at, ...(suggested === "suggestedLink" ? { href: to } : { on: to === "on" }) });
}

function realForm(target: Transform, from: number, to: number, form: string, value: string): void {
  const type = target.doc.type.schema.marks[form];
  if (!type) return;
  if (value) target.addMark(from, to, type.create(form === "link" ? { href: value } : null));
  else target.removeMark(from, to, type);
}
