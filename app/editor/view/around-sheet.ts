const air = 8;

/** How much of the window is covered above and below the text, in pixels: the caret is kept between the bar and the sheet of a phone. */
export const aroundSheet = {
  left: 0,
  right: 0,
  get top(): number {
    return heightOf(".editor-bar", "sticky") + air;
  },
  get bottom(): number {
    return heightOf(".drafting-side", "fixed") + air;
  },
};

function heightOf(selector: string, position: string): number {
  const shown = document.querySelector(selector);
  return shown && getComputedStyle(shown).position === position ? shown.getBoundingClientRect().height : 0;
}
