import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import type { CaretPlace, PersonHere } from "~/domain/drafting/frames";
import { standingOf } from "~/editor/collaboration";

type Caret = { personId: string | null; head: number };
type Carets = { people: readonly PersonHere[]; places: ReadonlyMap<string, Caret>; drawn: DecorationSet };
type Told = { people: readonly PersonHere[] } | { by: string; personId: string | null; caret: CaretPlace | null };

const key = new PluginKey<Carets>("carets");

/** Shows where the others write, with name, organization and the colour of their group. Names come from the server only. */
export function carets(): Plugin<Carets> {
  return new Plugin<Carets>({
    key,
    state: {
      init: () => ({ people: [], places: new Map(), drawn: DecorationSet.empty }),
      apply(transaction, carets, _before, state) {
        const told = transaction.getMeta(key) as Told | undefined;
        if (!told && !transaction.docChanged) return carets;
        const places = new Map([...carets.places].map(([by, caret]) => [by, { ...caret, head: transaction.mapping.map(caret.head) }]));
        if (told && "by" in told) {
          const personId = told.personId ?? places.get(told.by)?.personId ?? null;
          if (told.caret) places.set(told.by, { personId, head: Math.min(told.caret.head, state.doc.content.size) });
          else places.delete(told.by);
        }
        const people = told && "people" in told ? told.people : carets.people;
        const shown = [...places].flatMap(([by, caret]) => widget(by, caret, people));
        return { people, places, drawn: DecorationSet.create(state.doc, shown) };
      },
    },
    props: { decorations: (state) => key.getState(state)?.drawn },
  });
}

export function setPeople(state: EditorState, people: readonly PersonHere[]): Transaction {
  return state.tr.setMeta(key, { people } satisfies Told);
}

/** A place on the stored text is moved over what is written here and not stored yet. */
export function setCaret(state: EditorState, by: string, personId: string | null, caret: CaretPlace | null): Transaction {
  const { unconfirmed } = standingOf(state);
  const here = (place: number) => unconfirmed.reduce((at, { step }) => step.getMap().map(at), place);
  return state.tr.setMeta(key, { by, personId, caret: caret && { anchor: here(caret.anchor), head: here(caret.head) } } satisfies Told);
}

function widget(by: string, { personId, head }: Caret, people: readonly PersonHere[]): Decoration[] {
  const person = people.find((each) => each.personId === personId);
  if (!person) return [];
  return [Decoration.widget(head, () => drawCaret(person), { key: `${by}/${person.name}`, side: 1, ignoreSelection: true })];
}

function drawCaret({ name, organization, group }: PersonHere): HTMLElement {
  const caret = document.createElement("span");
  caret.className = `caret group-${/^[a-z]+$/.test(group.colour) ? group.colour : "slate"}`;
  caret.setAttribute("aria-hidden", "true");
  const label = document.createElement("span");
  label.className = "caret-name";
  const words = document.createElement("span");
  words.textContent = `${name} · ${organization}`;
  label.append(words);
  caret.append(label);
  return caret;
}
