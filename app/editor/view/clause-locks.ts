import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import type { ShownLock } from "~/domain/drafting/frames";
import { formatWhen } from "~/domain/programs/format-when";
import { lockGuard } from "~/editor/lock-guard";
import { cameFromElsewhere } from "~/editor/schema/clause-ids";
import { say } from "./say";

type Locked = { locks: readonly ShownLock[]; timeZone: string; drawn: DecorationSet };
type Told = Partial<Pick<Locked, "locks" | "timeZone">>;
const key = new PluginKey<Locked>("clauseLocks");

/** Shows beside a clause who has locked it and until when, and takes nothing that others may not write there. */
export const ClauseLocks = Extension.create({ name: "clauseLocks", addProseMirrorPlugins: () => [clauseLocks()] });

/** Tells the editor which clauses are locked now. */
export function setLocks(state: EditorState, locks: readonly ShownLock[]): Transaction {
  return state.tr.setMeta(key, { locks } satisfies Told).setMeta("addToHistory", false);
}

/** Tells it in which time zone the program lives: a lock ends at the same hour for everybody who reads of it. */
export function setTimeZone(state: EditorState, timeZone: string): Transaction {
  return state.tr.setMeta(key, { timeZone } satisfies Told).setMeta("addToHistory", false);
}

function clauseLocks(): Plugin<Locked> {
  let view: EditorView | null = null;
  return new Plugin<Locked>({
    key,
    view: (opened) => {
      view = opened;
      return { destroy: () => (view = null) };
    },
    state: {
      init: () => ({ locks: [], timeZone: "UTC", drawn: DecorationSet.empty }),
      apply(transaction, held) {
        const told = transaction.getMeta(key) as Told | undefined;
        if (!told && !transaction.docChanged) return held;
        const { locks, timeZone } = { ...held, ...told };
        return { locks, timeZone, drawn: locks.length > 0 ? draw(transaction.doc, locks, timeZone) : DecorationSet.empty };
      },
    },
    filterTransaction(transaction, state) {
      if (!transaction.docChanged || cameFromElsewhere(transaction)) return true;
      const others = (key.getState(state)?.locks ?? []).filter(({ own }) => !own);
      if (others.length === 0) return true;
      const reason = lockGuard(others.map((lock) => ({ ...lock, heldById: "" })), "me", Date.now)(state.doc, transaction.doc);
      const told = view;
      if (reason && told) queueMicrotask(() => say(told, `${reason}.`));
      return reason === null;
    },
    props: { decorations: (state) => key.getState(state)?.drawn },
  });
}

function draw(doc: Node, locks: readonly ShownLock[], timeZone: string): DecorationSet {
  const byClause = new Map(locks.map((lock) => [lock.clauseId, lock]));
  const marks: Decoration[] = [];
  doc.descendants((node, at) => {
    if (node.type.name !== "clause") return false;
    const lock = byClause.get(String(node.attrs.id));
    if (lock && new Date(lock.until).getTime() > Date.now()) {
      marks.push(Decoration.node(at, at + node.nodeSize, { class: lock.own ? "clause-locked own" : "clause-locked" }));
      marks.push(Decoration.widget(at + 1, () => note(lock, timeZone), { side: -1, key: `lock-${lock.clauseId}-${lock.until}-${lock.own}-${timeZone}`, ignoreSelection: true }));
    }
    return true;
  });
  return DecorationSet.create(doc, marks);
}

function note({ holder, organization, reason, until, own }: ShownLock, timeZone: string): HTMLElement {
  const line = document.createElement("p");
  line.className = "clause-lock-note";
  line.contentEditable = "false";
  const end = formatWhen(until, timeZone);
  line.textContent = own ? `Locked by you until ${end}: ${reason}` : `Locked by ${holder}, ${organization}, until ${end}: ${reason}`;
  return line;
}
