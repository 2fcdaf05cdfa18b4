import { Extension } from "@tiptap/core";
import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { Mapping } from "@tiptap/pm/transform";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { formatDay } from "~/domain/programs/format-when";
import type { AuthoredPlaces } from "~/editor/authored-places";
import { standingOf } from "~/editor/collaboration";
import type { DocumentNode } from "~/editor/schema/document-node";
import { lookOfGroup } from "./group-look";

type Organization = { id: string; name: string; group: { name: string; shortName: string; shape: string; colour: string } };
/** Who wrote what, as the server counted it: the text to be read with its marks, and the places of the same letters in the working text. */
export type Authored = { places: AuthoredPlaces; content: DocumentNode; organizations: readonly Organization[]; timeZone: string };
type Shown = { authored: Authored | null; drawn: DecorationSet };

const key = new PluginKey<Shown>("authorshipMarks");

/** Colours the text by the organization that wrote it, with the group's shape and name where another one begins, for as long as somebody asks: after what others draw there, and around it. */
export const AuthorshipMarks = Extension.create({ name: "authorshipMarks", priority: 1, addProseMirrorPlugins: () => [authorshipMarks()] });

export function authoredNow(state: EditorState): Authored | null {
  return key.getState(state)?.authored ?? null;
}

/** Shows who wrote what, or no longer. Null when the text here is of another version than the one that was counted. */
export function showAuthorship(state: EditorState, authored: Authored | null): Transaction | null {
  if (authored && standingOf(state).version !== authored.places.version) return null;
  return state.tr.setMeta(key, { authored, drawn: authored ? draw(state, authored) : DecorationSet.empty } satisfies Shown).setMeta("addToHistory", false);
}

/** Who wrote last in the sentence at the caret, in words; null where nobody is known. */
export function lastWriterAtCaret(state: EditorState): string | null {
  const { $head } = state.selection;
  const [here] = key.getState(state)?.drawn.find($head.pos, $head.pos, (spec: { last?: string }) => spec.last !== undefined) ?? [];
  return (here?.spec as { last?: string } | undefined)?.last ?? null;
}

function authorshipMarks(): Plugin<Shown> {
  return new Plugin<Shown>({
    key,
    state: {
      init: () => ({ authored: null, drawn: DecorationSet.empty }),
      apply(transaction, held) {
        const told = transaction.getMeta(key) as Shown | undefined;
        if (told) return told;
        return transaction.docChanged && held.authored ? { ...held, drawn: held.drawn.map(transaction.mapping, transaction.doc) } : held;
      },
    },
    props: { decorations: (state) => key.getState(state)?.drawn },
  });
}

function draw(state: EditorState, { places: { organizations: ids, writers, stretches }, organizations, timeZone }: Authored): DecorationSet {
  const own = new Mapping(standingOf(state).unconfirmed.map(({ step }) => step.getMap()));
  const known = new Map(organizations.map((each) => [each.id, each]));
  const lastWords = writers.map(({ org, name, at }) => `Last changed by ${name}, ${known.get(org)?.name ?? ""}, on ${formatDay(at, timeZone)}`);
  const drawn: Decoration[] = [];
  let block = -1;
  let before: number | null = null;
  for (const [start, end, org, writer] of stretches) {
    const [from, to] = [own.map(start, 1), own.map(end, -1)];
    if (to <= from) continue;
    const by = known.get(ids[org] ?? "");
    const last = lastWords[writer] ?? "As it was at the start";
    const here = state.doc.resolve(from).start();
    if (here !== block || org !== before) drawn.push(Decoration.widget(from, () => begins(by, last), { side: -1, key: `wrote ${by?.id ?? ""} ${last}`, ignoreSelection: true }));
    // An element of its own: what is suggested within keeps the colour and the shape of whoever suggests it.
    drawn.push(Decoration.inline(from, to, { nodeName: "span", class: by ? `written-here ${lookOfGroup(by.group)}` : "written-here", title: last }, { last }));
    [block, before] = [here, org];
  }
  return DecorationSet.create(state.doc, drawn);
}

function begins(by: Organization | undefined, last: string): HTMLElement {
  const mark = document.createElement("span");
  mark.className = by ? `written-here-mark ${lookOfGroup(by.group)}` : "written-here-mark shape-none";
  mark.contentEditable = "false";
  mark.title = `${by?.name ?? "From the start"}. ${last}`;
  mark.textContent = by ? by.group.shortName : "Start";
  return mark;
}
