import type { Mark, Node } from "@tiptap/pm/model";
import type { Transform } from "@tiptap/pm/transform";
import { eachSuggested, formOf, isSuggestion, letterThatGoes, stampOf, type Chosen } from "./suggestion-parts";
import type { Verdict } from "./settle";

type Run = { from: number; to: number; goes: boolean; settled: readonly Mark[] };

/** Drops the letters that go, and makes or drops the suggested forms of those that stay. */
export function settleLetters(target: Transform, chosen: Chosen, verdict: Verdict): void {
  const runs: Run[] = [];
  eachSuggested(target.doc, (node, at) => {
    if (node.isInline) addRun(runs, node, at, chosen, verdict);
  });
  for (const run of runs.reverse()) {
    if (run.goes) target.delete(run.from, run.to);
    else for (const mark of run.settled) settleMark(target, run, mark, verdict);
  }
}

function addRun(runs: Run[], letter: Node, from: number, chosen: Chosen, verdict: Verdict): void {
  const settled = letter.marks.filter((mark) => isSuggestion(mark) && chosen(stampOf(mark)));
  if (settled.length === 0) return;
  const to = from + letter.nodeSize;
  const goes = settled.some(({ type }) => type.name === letterThatGoes(verdict));
  const last = runs.at(-1);
  if (goes && last?.goes && last.to === from) last.to = to;
  else runs.push({ from, to, goes, settled });
}

function settleMark(target: Transform, { from, to }: Run, mark: Mark, verdict: Verdict): void {
  target.removeMark(from, to, mark);
  const form = target.doc.type.schema.marks[formOf[mark.type.name] ?? ""];
  if (!form || verdict === "rejected") return;
  const { on, href } = mark.attrs as { on?: boolean; href?: string };
  if (on) target.addMark(from, to, form.create());
  else if (href) target.addMark(from, to, form.create({ href }));
  else target.removeMark(from, to, form);
}
