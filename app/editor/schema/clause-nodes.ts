import { Node } from "@tiptap/core";
import { addClauseAfter, liftClause, moveClause, nestClause } from "./clause-commands";
import { isClauseId } from "./clause-id";
import { stampAttribute } from "./stamp";

/**
 * A clause: its title, its own blocks, then the clauses below it. Its number is computed, never stored.
 * `added` and `removed` hold the stamp of who would add or remove it as a whole.
 */
export const Clause = Node.create({
  name: "clause",
  group: "clausePlace",
  content: "clauseTitle block* clausePlace*",
  defining: true,
  isolating: true,
  addAttributes: () => ({
    id: {
      default: "",
      validate: (id: unknown) => {
        if (!isClauseId(id)) throw new RangeError("A clause has no usable id");
      },
      parseHTML: (element: HTMLElement) => {
        const id = element.getAttribute("data-clause");
        return isClauseId(id) ? id : null;
      },
      renderHTML: ({ id }: Record<string, unknown>) => ({ "data-clause": id }),
    },
    added: stampAttribute("added"),
    removed: stampAttribute("removed"),
  }),
  parseHTML: () => [{ tag: "section[data-clause]" }],
  renderHTML: ({ HTMLAttributes }) => ["section", HTMLAttributes, 0],
  addKeyboardShortcuts() {
    const run = (command: typeof addClauseAfter) => () => command(this.editor.state, this.editor.view.dispatch);
    return {
      "Mod-Enter": run(addClauseAfter),
      "Alt-Shift-ArrowRight": run(nestClause),
      "Alt-Shift-ArrowLeft": run(liftClause),
      "Alt-Shift-ArrowUp": run(moveClause(-1)),
      "Alt-Shift-ArrowDown": run(moveClause(1)),
    };
  },
});

/** The title of a clause; it may be empty. Enter at its end begins the body. */
export const ClauseTitle = Node.create({
  name: "clauseTitle",
  content: "text*",
  defining: true,
  parseHTML: () => [{ tag: "[data-clause-title]", priority: 60 }],
  renderHTML: () => ["h2", { "data-clause-title": "" }, 0],
});

/** Where a clause would stand if a suggested move were accepted. The clause itself stays where it is until then. */
export const ClauseMove = Node.create({
  name: "clauseMove",
  group: "clausePlace",
  atom: true,
  addAttributes: () => ({
    clause: {
      default: "",
      validate: (id: unknown) => {
        if (!isClauseId(id)) throw new RangeError("A move names no clause");
      },
      renderHTML: ({ clause }: Record<string, unknown>) => ({ "data-moves": clause }),
    },
    added: stampAttribute("added"),
  }),
  renderHTML: ({ HTMLAttributes }) => ["div", HTMLAttributes],
});
