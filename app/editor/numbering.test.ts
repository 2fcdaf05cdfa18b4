import { expect, it } from "vitest";
import { canonicalJson } from "./canonical";
import { hashOf } from "./canonical.server";
import { clausesOf } from "./numbering";
import { plainText } from "./plain-text";
import type { DocumentNode } from "./schema/document-node";

const text = (words: string): DocumentNode => ({ type: "text", text: words });
const clause = (id: string, title: string, ...below: DocumentNode[]): DocumentNode => ({
  type: "clause",
  attrs: { id },
  content: [{ type: "clauseTitle", content: [text(title)] }, ...below],
});
const policy: DocumentNode = {
  type: "doc",
  content: [
    clause("a", "Purpose", { type: "paragraph", content: [text("Safe"), { type: "hardBreak" }, text("care.")] }),
    clause("b", "Response", clause("c", "Transport", { type: "paragraph", content: [text("Officers shall.")] })),
  ],
};

it("lists the clauses in reading order with number, depth and the clause above", () => {
  expect(clausesOf(policy).map(({ ownContent, ...rest }) => ({ ...rest, own: ownContent.length }))).toEqual([
    { id: "a", number: "1", title: "Purpose", depth: 1, parentId: null, text: "Safe\ncare.", own: 2 },
    { id: "b", number: "2", title: "Response", depth: 1, parentId: null, text: "", own: 1 },
    { id: "c", number: "2.1", title: "Transport", depth: 2, parentId: "b", text: "Officers shall.", own: 2 },
  ]);
  expect(plainText(policy)).toBe("Purpose\nSafe\ncare.\nResponse\nTransport\nOfficers shall.");
});

it("the hash does not depend on the order of keys, and does on every letter", () => {
  expect(canonicalJson({ b: [1, { d: undefined, c: null }], a: "é" })).toBe('{"a":"é","b":[1,{"c":null}]}');
  expect(hashOf({ a: 1, b: 2 })).toBe(hashOf({ b: 2, a: 1 }));
  expect(hashOf(policy)).not.toBe(hashOf({ ...policy, content: policy.content?.slice(1) }));
  expect(hashOf("")).toMatch(/^[0-9a-f]{64}$/);
  expect(() => canonicalJson(Number.NaN)).toThrow(TypeError);
});
