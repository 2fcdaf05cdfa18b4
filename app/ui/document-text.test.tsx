import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { DocumentNode } from "~/editor/schema/document-node";
import { templateText } from "~/editor/template-text";
import { ChosenClause } from "./chosen-clause";
import { DocumentText } from "./document-text";

const words = (text: string): DocumentNode => ({ type: "text", text });
const clause = (id: string, title: string, ...below: DocumentNode[]): DocumentNode => ({ type: "clause", attrs: { id }, content: [{ type: "clauseTitle", content: [words(title)] }, ...below] });
const paragraph = (...content: DocumentNode[]): DocumentNode => ({ type: "paragraph", content });
const header = (text: string) => ({ type: "tableHeader", content: [paragraph(words(text))] });
const cell = (text: string) => ({ type: "tableCell", content: [paragraph(words(text))] });
const policy: DocumentNode = {
  type: "doc",
  content: [
    clause("purpose", "Purpose", paragraph(words("A person in crisis is safe."), { type: "footnote", attrs: { text: "The state asks for this." } })),
    clause(
      "scene",
      "At the scene",
      { type: "callout", attrs: { tone: "important" }, content: [paragraph(words("See "), { type: "crossReference", attrs: { clause: "purpose" } }, words(" and "), { type: "crossReference", attrs: { clause: "gone" } })] },
      { type: "table", content: [{ type: "tableRow", content: [header("Who"), header("When")] }, { type: "tableRow", content: [header("Officer"), cell("at once")] }] },
    ),
  ],
};
const crisis = { id: "t1", name: "crisis", variants: [], meaning: "Danger to oneself or others.", newer: null };
const markup = renderToStaticMarkup(<DocumentText content={policy} terms={[crisis]} />);

describe("the text as it is read, without a script", () => {
  test("a footnote is a number that leads to its words, and they lead back", () => {
    expect(markup).toMatch(/<sup[^>]*><a id="footnote-call-1" href="#footnote-1" role="doc-noteref"><span class="visually-hidden">Footnote <\/span>1<\/a><\/sup>/);
    expect(markup).toMatch(/<li id="footnote-1">The state asks for this\. <a href="#footnote-call-1" role="doc-backlink">/);
  });

  test("a reference shows the number of its clause and leads there; one that leads nowhere says so", () => {
    expect(markup).toContain('<a class="reference" href="#clause-purpose" title="Purpose">1</a>');
    expect(markup).toContain("(clause removed)");
    expect(markup).not.toContain("clause-gone");
  });

  test("a callout says what it is for", () => {
    expect(markup).toMatch(/<aside class="callout" data-tone="important" aria-label="Important">/);
  });

  test("heading cells say what they head", () => {
    expect(markup).toContain('<th scope="col"><p>Who</p></th>');
    expect(markup).toContain('<th scope="row"><p>Officer</p></th>');
  });

  test("a word of the glossary leads to what it means", () => {
    expect(markup).toContain('<a class="term" href="#term-t1" title="Danger to oneself or others.">crisis</a>');
    expect(markup).toContain('<div id="term-t1"><dt><dfn>crisis</dfn></dt>');
  });

  test("a word without a meaning is warned about, and one defined anew says so", () => {
    const undefinedYet = renderToStaticMarkup(<DocumentText content={policy} terms={[{ ...crisis, meaning: null }]} />);
    expect(undefinedYet).toContain('class="term undefined"');
    expect(undefinedYet).toContain("Not defined yet.");
    expect(renderToStaticMarkup(<DocumentText content={policy} terms={[{ ...crisis, newer: "Another meaning." }]} />)).toContain("Defined anew since this text: Another meaning.");
  });

  test("an empty section of a template says what it should hold, and that is no part of the text", () => {
    expect(renderToStaticMarkup(<DocumentText content={templateText("policy")} />)).toContain("Nothing here yet. Say why this policy exists and whom it protects.");
  });

  test("plain words stand beneath their clause, not official, and say when they may be old", () => {
    const plain = { language: "es" as const, clauses: { purpose: { body: "Todos están a salvo.", stale: true } } };
    const shown = renderToStaticMarkup(<DocumentText content={policy} plain={plain} />);
    expect(shown).toMatch(/<aside class="plain-clause" lang="es" aria-label="No es oficial: vale el texto de arriba">/);
    expect(shown).toContain("Puede estar desactualizado");
  });

  test("a clause shown alone reads its footnotes where they are called", () => {
    const alone = renderToStaticMarkup(<ChosenClause number="1" title="Purpose" blocks={policy.content?.[0]?.content ?? []} />);
    expect(alone).toContain("(footnote: The state asks for this.)");
  });
});
