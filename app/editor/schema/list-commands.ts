import type { Node, ResolvedPos } from "@tiptap/pm/model";
import { liftListItem, wrapInList } from "@tiptap/pm/schema-list";
import type { Command } from "@tiptap/pm/state";

/** Makes a list of the chosen paragraphs; takes the chosen entries out of a list of this kind; makes a list of the other kind one of this. */
export function toggleList(name: "bulletList" | "orderedList"): Command {
  return (state, dispatch, view) => {
    const type = state.schema.nodes[name];
    const item = state.schema.nodes.listItem;
    if (!type || !item) return false;
    const list = listAround(state.selection.$from);
    if (!list) return wrapInList(type)(state, dispatch, view);
    if (list.node.type === type) return liftListItem(item)(state, dispatch);
    dispatch?.(state.tr.setNodeMarkup(list.at, type).scrollIntoView());
    return true;
  };
}

function listAround($at: ResolvedPos): { node: Node; at: number } | null {
  if ($at.depth < 2 || $at.node(-1).type.name !== "listItem") return null;
  return { node: $at.node(-2), at: $at.before(-2) };
}
