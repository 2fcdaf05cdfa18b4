import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LinkedText } from "./linked-text";

const shown = (text: string) => renderToStaticMarkup(<LinkedText text={text} />);

test("an address of this workplace is a link, said without what it asks for", () => {
  expect(shown("The curve: /training/retention?survey=01a2-b&cohort=First+cohort. More.")).toBe('The curve: <a href="/training/retention?survey=01a2-b&amp;cohort=First+cohort">/training/retention</a>. More.');
  expect(shown("See\n/library/findings/2026-1\nfor more")).toContain('<a href="/library/findings/2026-1">');
});

test.each(["and/or", "24/7", "3 / 4", "//elsewhere.example/x", "https://elsewhere.example/training", "/\\elsewhere", "javascript:/training", "/"])("“%s” is none", (text) => {
  expect(shown(text)).not.toContain("<a");
});

test("what looks like markup stays words", () => {
  expect(shown('<b>/training</b> "/x')).not.toMatch(/<[ab]/);
});
