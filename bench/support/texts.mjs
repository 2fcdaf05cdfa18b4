const words = "officer person crisis care family clinician dispatch call scene time distance voice listen supervisor report training partner review shall may when before after safe quiet transport facility peer support agree write record month".split(" ");
const clausesAPage = 2;
const paragraphsAClause = 3;
const wordsAParagraph = 80;

/** A document of so many pages, the same each time, and where in it each paragraph's text begins and ends. */
export function textOfPages(pages) {
  const next = numbers(pages);
  const content = [];
  const paragraphs = [];
  let at = 0;
  for (let clause = 0; clause < pages * clausesAPage; clause++) {
    const title = sentence(next, 4);
    at += 1 + title.length + 2;
    const blocks = Array.from({ length: paragraphsAClause }, () => {
      const text = sentence(next, wordsAParagraph);
      paragraphs.push({ from: at + 1, to: at + 1 + text.length, text });
      at += text.length + 2;
      return { type: "paragraph", content: [{ type: "text", text }] };
    });
    at += 1;
    content.push({ type: "clause", attrs: { id: `clause-${clause}` }, content: [{ type: "clauseTitle", content: [{ type: "text", text: title }] }, ...blocks] });
  }
  return { content: { type: "doc", content }, paragraphs };
}

/**
 * A history of so many edits, each of one key: runs of typing at the ends of paragraphs, every fourth key taken back.
 * From the last paragraph to the first, so that no edit moves a place that a later edit names.
 */
export function* historyOf({ paragraphs }, edits) {
  const each = Math.ceil(edits / paragraphs.length);
  let left = edits;
  for (let paragraph = paragraphs.length - 1; paragraph >= 0 && left > 0; paragraph--) {
    let length = 0;
    for (let edit = 0; edit < each && left > 0; edit++, left--) {
      const takesBack = edit % 4 === 3;
      if (takesBack) length -= 1;
      yield { paragraph, at: paragraphs[paragraph].to + length, letter: takesBack ? null : letters[edit % letters.length] };
      if (!takesBack) length += 1;
    }
  }
}

const letters = "etaoinshrdlu";

function sentence(next, count) {
  const said = Array.from({ length: count }, () => words[next() % words.length]).join(" ");
  return `${said[0].toUpperCase()}${said.slice(1)}.`;
}

function numbers(seed) {
  let state = seed;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) >> 8;
}
