import type { EditorView } from "@tiptap/pm/view";
import type { DefinedTerm } from "./term-marks";

type AtCaret = { termId: string; at: number } | null;

/**
 * Shows what a term means beside it: while the pointer is on the word or on the box, or the caret is in the word.
 * Escape takes it away; it never takes the focus.
 */
export function termPopover(view: EditorView, termOf: (termId: string) => DefinedTerm | null, atCaret: () => AtCaret) {
  const box = document.createElement("div");
  box.id = "term-meaning";
  box.className = "term-meaning";
  box.setAttribute("role", "tooltip");
  box.hidden = true;
  let leaving: ReturnType<typeof setTimeout> | undefined;
  let dismissed: string | null = null;
  let pointed = false;

  function show(termId: string, at: number): void {
    clearTimeout(leaving);
    const term = termOf(termId);
    const around = view.dom.parentElement;
    if (!term || !around || dismissed === `${termId}/${at}`) return;
    if (box.parentElement !== around) around.append(box);
    box.replaceChildren(line("term-meaning-name", term.name), line("", term.meaning ?? "Not defined yet."));
    box.hidden = false;
    // What it is placed in is wider than the text: the tools stand in it too.
    const frame = (box.offsetParent ?? around).getBoundingClientRect();
    const word = wordAt(at);
    box.style.top = `${word.bottom - frame.top + 4}px`;
    box.style.left = `${Math.max(0, Math.min(word.left - frame.left, frame.width - box.offsetWidth))}px`;
  }

  /** Below all of the word, also where it goes on in the next line. */
  function wordAt(at: number): { bottom: number; left: number } {
    const { node } = view.domAtPos(Math.min(at + 1, view.state.doc.content.size));
    const word = (node instanceof Element ? node : node.parentElement)?.closest("[data-term]");
    return word?.getBoundingClientRect() ?? view.coordsAtPos(Math.min(at, view.state.doc.content.size));
  }

  function hide(): void {
    clearTimeout(leaving);
    box.hidden = true;
  }

  function over(event: Event): void {
    const word = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-term]") : null;
    if (!word) return;
    pointed = true;
    dismissed = null;
    show(word.dataset.term ?? "", view.posAtDOM(word, 0));
  }

  function out(): void {
    pointed = false;
    clearTimeout(leaving);
    leaving = setTimeout(() => !atCaret() && hide(), 250);
  }

  function keep(): void {
    pointed = true;
    clearTimeout(leaving);
  }

  function dismiss(event: KeyboardEvent): void {
    if (event.key !== "Escape" || box.hidden) return;
    const caret = atCaret();
    dismissed = caret && `${caret.termId}/${caret.at}`;
    hide();
  }

  view.dom.addEventListener("mouseover", over);
  view.dom.addEventListener("mouseout", out);
  box.addEventListener("mouseenter", keep);
  box.addEventListener("mouseleave", out);
  document.addEventListener("keydown", dismiss);

  return {
    update(): void {
      const caret = view.hasFocus() ? atCaret() : null;
      if (caret) return show(caret.termId, caret.at);
      dismissed = null;
      if (!pointed) hide();
    },
    destroy(): void {
      clearTimeout(leaving);
      view.dom.removeEventListener("mouseover", over);
      view.dom.removeEventListener("mouseout", out);
      document.removeEventListener("keydown", dismiss);
      box.remove();
    },
  };
}

function line(className: string, words: string): HTMLElement {
  const paragraph = document.createElement("p");
  if (className) paragraph.className = className;
  paragraph.textContent = words;
  return paragraph;
}
