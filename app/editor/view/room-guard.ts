import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { tooMuch } from "~/editor/authority";
import { standingOf } from "~/editor/collaboration";
import { fitsOneFrame } from "./kept-batches";
import { say } from "./say";

const growthThatMayBeTooMuch = 50_000;

/** Keeps a change out that the server would refuse for its size or depth: what has come into the text could not be stored, nor anything after it. */
export const RoomGuard = Extension.create({
  name: "roomGuard",
  addProseMirrorPlugins: () => {
    let shown: EditorView | null = null;
    return [
      new Plugin({
        view: (view) => {
          shown = view;
          return {};
        },
        filterTransaction: (transaction, state) => {
          // What was stored is there already, and what was kept on the device is the server's to judge.
          if (!transaction.docChanged || transaction.getMeta("collab$")) return true;
          const refusal = tooMuch(transaction) ?? tooMuchAtOnce(transaction.doc.content.size - state.doc.content.size, transaction.steps, standingOf(state).openBatch);
          if (refusal && shown) say(shown, refusal);
          return refusal === null;
        },
      }),
    ];
  },
});

function tooMuchAtOnce(growth: number, steps: readonly { toJSON: () => unknown }[], batchId: string): string | null {
  if (growth < growthThatMayBeTooMuch || fitsOneFrame([{ batchId, steps: steps.map((step) => step.toJSON()) }])) return null;
  return "This is too much to put in at once. Paste it part by part, or import the file.";
}
